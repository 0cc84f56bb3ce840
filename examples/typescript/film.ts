// The TypeScript SDK asks for a film, waits for it, prints where it is. Node 22.18 or newer runs it as it stands:
//
//   cd examples/typescript && npm install
//   node film.ts ../../target/wan-video-mcp.jar "@anna waves at the door." "$PWD/../anna.png"
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

const [jar, prompt, picture] = process.argv.slice(2);
type Film = { task_id: string; status: string; video?: { path: string }; next_step?: string };

const server = new Client({ name: "film-example", version: "1.0.0" }, { versionNegotiation: { mode: "auto" } });
const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined));
await server.connect(
  new StdioClientTransport({ command: "java", args: ["-jar", jar], env: env as Record<string, string> }),
);

async function call(name: string, values: Record<string, unknown>): Promise<Film> {
  const onprogress = (step: { message?: string }) => console.error(step.message);
  const result = await server.callTool({ name, arguments: values }, { timeout: 90_000, onprogress });
  // A refusal says in words what to do, and what it cost.
  if (result.isError) throw new Error(JSON.stringify(result.content));
  return result.structuredContent as Film;
}

let film = await call("create_reference_video", {
  prompt,
  references: [{ name: "anna", image: picture }],
  duration: 2,
  provider: "preview",
  request_id: `film-${Date.now()}`,
});
// What nobody knows the outcome of needs a person: the next step says so.
while (!["succeeded", "failed", "cancelled", "submission_unknown"].includes(film.status)) {
  film = await call("get_task", { task_id: film.task_id, wait_seconds: 30 });
}
console.log(`${film.status}: ${film.video?.path ?? film.next_step}`);
await server.close();
