'use strict';
// Answers a .NET client at the given pipe, for one connection.
// node server.js PIPE

const net = require('net');
const rpc = require('vscode-jsonrpc/node');

const [pipe] = process.argv.slice(2);
const requestCancelled = -32800;
let remembered = null;

const server = net.createServer(socket => {
    const connection = rpc.createMessageConnection(new rpc.SocketMessageReader(socket), new rpc.SocketMessageWriter(socket));
    connection.onRequest('add', (a, b) => a + b);
    connection.onRequest('subtract', named => named.left - named.right);
    connection.onRequest('echo', text => text);
    connection.onRequest('nothing', () => undefined);
    connection.onNotification('remember', value => { remembered = value; });
    connection.onRequest('remembered', () => remembered);
    connection.onRequest('refuse', () => { throw new rpc.ResponseError(1001, 'No memory.', { Bytes: 12 }); });
    connection.onRequest('fail', () => { throw new Error('It broke.'); });
    connection.onRequest('wait', async token => {
        await connection.sendNotification('started');
        await new Promise(resolve => token.onCancellationRequested(resolve));
        throw new rpc.ResponseError(requestCancelled, 'cancelled');
    });
    connection.onRequest('countTo', async (limit, token) => {
        for (let i = 1; i <= limit; i++) await connection.sendProgress(new rpc.ProgressType(), token, i);
        return limit;
    });
    connection.onRequest('askBack', async value => await connection.sendRequest('double', value) + 1);
    connection.onRequest('die', () => process.exit(3));
    connection.onClose(() => process.exit(0));
    connection.listen();
});
server.listen(pipe, () => process.stdout.write('ready\n'));
