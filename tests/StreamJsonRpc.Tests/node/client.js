'use strict';
// Calls the .NET server at the given pipe the way a language client would, and prints what it saw as one line of JSON.
// node client.js PIPE SCENARIO

const net = require('net');
const rpc = require('vscode-jsonrpc/node');

const [pipe, scenario] = process.argv.slice(2);

const scenarios = {
    requests: async connection => ({
        positional: await connection.sendRequest('add', 3, 4),
        named: await connection.sendRequest('subtract', { right: 4, left: 10 }),
        text: await connection.sendRequest('echo', '线稿 – ß 😀'),
        nothing: await connection.sendRequest('nothing'),
        many: await Promise.all([...Array(200).keys()].map(i => connection.sendRequest('add', i, 1))),
    }),
    notifications: async connection => {
        await connection.sendNotification('remember', 11);
        return { remembered: await connection.sendRequest('remembered') };
    },
    errors: async connection => ({
        own: await failure(connection.sendRequest('refuse')),
        unknown: await failure(connection.sendRequest('noSuchThing')),
        badArgument: await failure(connection.sendRequest('add', 'three', 4)),
        exception: await failure(connection.sendRequest('fail')),
        after: await connection.sendRequest('add', 1, 1),
    }),
    cancellation: async connection => {
        const source = new rpc.CancellationTokenSource();
        connection.onNotification('started', () => source.cancel());
        const result = await failure(connection.sendRequest('wait', source.token));
        return { result, after: await connection.sendRequest('add', 1, 1) };
    },
    progress: async connection => {
        const values = [];
        const subscription = connection.onProgress(new rpc.ProgressType(), 'token-1', value => values.push(value));
        const result = await connection.sendRequest('countTo', 5, 'token-1');
        subscription.dispose();
        return { values, result };
    },
    callback: async connection => {
        connection.onRequest('double', value => value * 2);
        return { result: await connection.sendRequest('askBack', 21) };
    },
};

async function failure(promise) {
    try {
        return { unexpected: await promise };
    } catch (error) {
        return { code: error.code, message: error.message, data: error.data };
    }
}

const socket = net.connect(pipe, async () => {
    const connection = rpc.createMessageConnection(new rpc.SocketMessageReader(socket), new rpc.SocketMessageWriter(socket));
    connection.listen();
    const seen = await scenarios[scenario](connection);
    process.stdout.write(JSON.stringify(seen) + '\n');
    connection.end();
    socket.end();
});
socket.on('error', error => { process.stderr.write(String(error) + '\n'); process.exit(1); });
