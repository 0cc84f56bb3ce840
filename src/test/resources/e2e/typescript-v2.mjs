// The second line of the TypeScript SDK, which speaks both eras: `mode` says how it settles on one.
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { drive } from "./drive.mjs";

const { command, args, mode } = JSON.parse(process.argv[2]);
const client = new Client({ name: "end-to-end", version: "1.0.0" }, { versionNegotiation: { mode } });
const call = (name, values, options) => client.callTool({ name, arguments: values }, options);
await drive(client, new StdioClientTransport({ command, args }), call);
