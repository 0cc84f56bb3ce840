// The first line of the TypeScript SDK.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { drive } from "./drive.mjs";

const { command, args } = JSON.parse(process.argv[2]);
const client = new Client({ name: "end-to-end", version: "1.0.0" });
const call = (name, values, options) => client.callTool({ name, arguments: values }, undefined, options);
await drive(client, new StdioClientTransport({ command, args }), call);
