'use strict';
// Stands in for the daemon at the given pipe, for one caller. It colours nothing: what counts is what goes over the wire. The model says what it shall do.
// node daemon.js PIPE

const net = require('net');
const rpc = require('vscode-jsonrpc/node');

const [pipe] = process.argv.slice(2);
const requestCancelled = -32800;
const busy = 1103;

const server = net.createServer(socket => {
    const connection = rpc.createMessageConnection(new rpc.SocketMessageReader(socket), new rpc.SocketMessageWriter(socket));
    const progress = (token, stage, fraction) => connection.sendProgress(new rpc.ProgressType(), token, { stage, fraction });
    connection.onRequest('hello', () => ({ protocol: { major: 1, minor: 0 }, build: 'node', processId: process.pid, moods: ['good'] }));
    connection.onRequest('listModels', () => ({ models: [{ name: '线稿 – ß 😀', stages: 2 }], default: null }));
    connection.onRequest('colorize', async (request, token, cancellation) => {
        switch (request.settings.model) {
            case 'busy':
                throw new rpc.ResponseError(busy, 'Wait.', { arguments: { waiting: '8' } });
            case 'wait':
                await progress(token, 'stage1', 0.5);
                await new Promise(resolve => cancellation.onCancellationRequested(resolve));
                throw new rpc.ResponseError(requestCancelled, 'cancelled');
            case 'die':
                process.exit(3);
        }
        for (let i = 1; i <= 5; i++) await progress(token, 'stage2', i / 5);
        return { model: request.settings.model, device: 'node', regionCount: request.lineArt.width };
    });
    connection.onClose(() => process.exit(0));
    connection.listen();
});
server.listen(pipe, () => process.stdout.write('ready\n'));
