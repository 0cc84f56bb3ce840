// Makes a film with any client that has listTools and callTool, and tells what came back.

/** Asks for the film, then waits for it as a model would: get_task until the status is final. */
export async function makeFilm(call, film) {
  const created = await call("create_reference_video", film);
  let seen = created;
  while (!seen.isError && !["succeeded", "failed", "cancelled"].includes(seen.structuredContent.status)) {
    seen = await call("get_task", { task_id: created.structuredContent.task_id, wait_seconds: 30 });
  }
  return { created, finished: seen };
}

/** Collects what the server writes to stderr. */
export function collect(stream) {
  const pieces = [];
  stream?.on("data", (piece) => pieces.push(piece));
  return () => Buffer.concat(pieces).toString("utf8");
}
