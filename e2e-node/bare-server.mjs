// The least that a server on the TypeScript SDK can be: what ours is measured against.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

const server = new McpServer({ name: "bare", version: "1.0.0" });
const answer = ({ text }) => ({ content: [{ type: "text", text }] });
server.registerTool("echo", { description: "Says it again.", inputSchema: { text: z.string() } }, answer);
await server.connect(new StdioServerTransport());
