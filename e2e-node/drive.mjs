// Lets a test drive a client of either SDK: a command per line on stdin, an answer per line on stdout.
import { createInterface } from "node:readline";

/** Connects, then serves commands until stdin ends. `call` is how this SDK calls a tool. */
export async function drive(client, transport, call) {
  const commands = {
    list: () => client.listTools(),
    call: ({ tool, arguments: values }) => hear(call, tool, values),
    giveUp: ({ tool, arguments: values }) => giveUp(call, tool, values),
  };
  await client.connect(transport);
  for await (const line of createInterface({ input: process.stdin })) {
    const command = JSON.parse(line);
    const answer = await commands[command.do](command).catch((error) => ({ failed: String(error) }));
    process.stdout.write(JSON.stringify(answer) + "\n");
  }
  await client.close();
}

async function hear(call, tool, values) {
  const progress = [];
  const onprogress = (step) => progress.push(step.progress);
  return { result: await call(tool, values, { timeout: 120_000, onprogress }), progress };
}

/** Cancels when the call is known to be under way: at the first word of its progress. */
async function giveUp(call, tool, values) {
  const cancel = new AbortController();
  const onprogress = () => cancel.abort("no longer wanted");
  try {
    await call(tool, values, { timeout: 120_000, onprogress, signal: cancel.signal });
  } catch (error) {
    if (!cancel.signal.aborted) throw error;
    return { gaveUp: String(error) };
  }
  return { failed: "it was answered before it could be cancelled" };
}
