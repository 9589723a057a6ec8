// The least that a `node:http` server can do: the same answer to every request, nothing looked at.
import { createServer } from 'node:http';

const body = '{"RequestId":"30637AD6-D977-4833-A54C-CC89483E0000"}';
const headers = { 'content-type': 'application/json;charset=utf-8', 'content-length': body.length };
const server = createServer((request, response) => {
  response.writeHead(200, headers);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`listening on http://127.0.0.1:${server.address().port}\n`);
});
