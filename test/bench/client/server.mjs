import { createServer } from 'node:http';

/** Answers every call with success at once. Runs as a process of its own and prints its port. */
const body = '{"RequestId":"30637AD6-D977-4833-A54C-CC89483E0000"}';
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
process.on('disconnect', () => process.exit());
