'use strict';
// Calls the daemon at the given pipe as a program that is not ours would, and prints what it saw as one line of JSON.
// node caller.js PIPE COLORIZE SLEEP, where COLORIZE and SLEEP are colorize requests as JSON: one that ends by itself and one that must be cancelled.

const net = require('net');
const rpc = require('vscode-jsonrpc/node');

const [pipe, colorize, sleep] = process.argv.slice(2);

async function failure(promise) {
    try {
        return { unexpected: await promise };
    } catch (error) {
        return { code: error.code, message: error.message, data: error.data };
    }
}

async function talk(connection) {
    const seen = {};
    seen.tooEarly = await failure(connection.sendRequest('status'));
    seen.hello = await connection.sendRequest('hello', rpc.ParameterStructures.byPosition, { protocol: { major: 1, minor: 0 }, clientName: '线稿 – ß 😀', clientBuild: '1' });

    const progress = [];
    connection.onProgress(new rpc.ProgressType(), 'token-1', value => progress.push(value));
    seen.colorize = await connection.sendRequest('colorize', JSON.parse(colorize), 'token-1');
    seen.progress = progress;

    const source = new rpc.CancellationTokenSource();
    connection.onProgress(new rpc.ProgressType(), 2, value => { if (value.stage === 'stage1') source.cancel(); });
    seen.cancelled = await failure(connection.sendRequest('colorize', JSON.parse(sleep), 2, source.token));

    seen.unknown = await failure(connection.sendRequest('noSuchThing'));
    seen.badArgument = await failure(connection.sendRequest('colorize', 17, 3));
    await connection.sendNotification('noSuchThing', 1);
    seen.many = (await Promise.all([...Array(200).keys()].map(() => connection.sendRequest('status')))).map(status => status.connections);
    return seen;
}

const socket = net.connect(pipe, async () => {
    const connection = rpc.createMessageConnection(new rpc.SocketMessageReader(socket), new rpc.SocketMessageWriter(socket));
    connection.listen();
    process.stdout.write(JSON.stringify(await talk(connection)) + '\n');
    connection.end();
    socket.end();
});
socket.on('error', error => { process.stderr.write(String(error) + '\n'); process.exit(1); });
