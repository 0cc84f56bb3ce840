// A server on the TypeScript SDK over Streamable HTTP whose tools give prepared results: what ours is measured against.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { z } from "zod";

const results = JSON.parse(readFileSync(process.argv[2], "utf8"));
const sessions = new Map();

async function begun() {
  const transport = new StreamableHTTPServerTransport({
    sessionIdGenerator: randomUUID,
    enableJsonResponse: true,
    onsessioninitialized: (id) => sessions.set(id, transport),
  });
  const server = new McpServer({ name: "bare", version: "1.0.0" });
  const inputSchema = { task_id: z.string().optional(), sheet: z.string().optional(), wait_seconds: z.number().optional() };
  for (const [name, result] of Object.entries(results)) {
    server.registerTool(name, { description: "Gives what was prepared.", inputSchema }, () => result);
  }
  await server.connect(transport);
  return transport;
}

const server = createServer(async (request, response) => {
  const transport = sessions.get(request.headers["mcp-session-id"]) ?? (await begun());
  await transport.handleRequest(request, response);
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/mcp`));
