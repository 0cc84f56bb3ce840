// The second line of the TypeScript SDK, which speaks both eras: `mode` says how it settles on one, and `user` what the
// user answers to every question, if there is one to be asked.
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { drive } from "./drive.mjs";

const { command, args, url, mode, user } = JSON.parse(process.argv[2]);
const capabilities = user ? { elicitation: { form: {} } } : {};
const client = new Client({ name: "end-to-end", version: "1.0.0" }, { versionNegotiation: { mode }, capabilities });
if (user) {
  const answer = user === "accept" ? { action: user, content: {} } : { action: user };
  client.setRequestHandler("elicitation/create", async () => answer);
}
const call = (name, values, options) => client.callTool({ name, arguments: values }, options);
const transport = url ? new StreamableHTTPClientTransport(new URL(url)) : new StdioClientTransport({ command, args });
await drive(client, transport, call);
