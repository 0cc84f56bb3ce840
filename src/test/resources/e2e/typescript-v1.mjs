// The first line of the TypeScript SDK: lists the tools, makes a film, prints one line of JSON.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { collect, makeFilm } from "./make-film.mjs";

const { command, args, env, film } = JSON.parse(process.argv[2]);
const transport = new StdioClientTransport({ command, args, env, stderr: "pipe" });
const errors = collect(transport.stderr);
const client = new Client({ name: "end-to-end", version: "1.0.0" });
await client.connect(transport);
const { tools } = await client.listTools();
let progress = 0;
const options = { timeout: 120_000, onprogress: () => progress++ };
const call = (name, values) => client.callTool({ name, arguments: values }, undefined, options);
const made = await makeFilm(call, film);
await client.close();
process.stdout.write(JSON.stringify({ tools, ...made, progress, stderr: errors() }) + "\n");
