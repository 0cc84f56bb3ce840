// The second line of the TypeScript SDK, which speaks both eras: `mode` says how it settles on one.
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { drive } from "./drive.mjs";

const { command, args, url, mode } = JSON.parse(process.argv[2]);
const client = new Client({ name: "end-to-end", version: "1.0.0" }, { versionNegotiation: { mode } });
const call = (name, values, options) => client.callTool({ name, arguments: values }, options);
const transport = url ? new StreamableHTTPClientTransport(new URL(url)) : new StdioClientTransport({ command, args });
await drive(client, transport, call);
