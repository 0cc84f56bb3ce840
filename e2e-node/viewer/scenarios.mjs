// What people do with the card: node scenarios.mjs ORDER, with the names of scenarios in the order. They share a server, a
// browser and what they can of the films.
import assert from "node:assert/strict";
import { contrasts, overflow, walked } from "./looks.mjs";
import { setUp, settled } from "./stage.mjs";

const order = JSON.parse(process.argv[2]);
const { film } = order;

const scenarios = { finished, byItself, running, failed, uncertain, plan, refused, narrow, dark, keyboard, hostile, mute, tooLong, ending, speechless };

/** Orders the film as a model would and shows the card that belongs to the call. */
async function ordered(stage, how = {}, values = film) {
  const created = await stage.tool("create_reference_video", values);
  const card = await stage.card(how);
  await card.host("input", values);
  await card.host("result", created);
  return { card, created, id: created.structuredContent.task_id };
}

/** Shows the card of a film that is finished. */
async function done(stage, how = {}, values = film) {
  const { created, result } = await stage.made(values);
  const id = created.structuredContent.task_id;
  const card = await stage.card(how);
  await card.host("input", values);
  await card.host("result", { ...created, structuredContent: result.structuredContent });
  return { card, id, result };
}

async function finished(stage) {
  for (const blobs of [false, true]) {
    const { card, id, result } = await done(stage, { blobs });
    await card.status("Finished");
    assert.equal(await card.at("prompt").textContent(), film.prompt);
    const cast = await card.at("cast").locator("li").allTextContents();
    assert.deepEqual(cast, film.references.map(({ name }) => `${name}: character from a picture`));
    assert.match(await card.at("facts").textContent(), new RegExp(`Costfree.*${result.structuredContent.seed}`));
    await card.at("poster").waitFor();
    await card.at("moments").locator("summary").click();
    await card.view.waitForFunction(() => document.getElementById("sheet").naturalWidth > 0);
    await card.shot(blobs ? "finished-blobs" : "finished");
    await card.at("play").click();
    await card.view.waitForFunction(() => {
      const video = document.getElementById("film");
      return video.readyState >= 2 && video.videoWidth > 0 && video.currentTime > 0.1;
    }, null, { timeout: 120_000 });
    const played = await card.at("film").evaluate((video) => [video.videoWidth, video.videoHeight, video.src.slice(0, 5)]);
    const { width, height, bytes } = result.structuredContent.video;
    assert.deepEqual(played, [width, height, blobs ? "blob:" : "data:"]);
    await card.shot(blobs ? "playing-blobs" : "playing");
    const pieces = (await card.seen("reads")).filter((uri) => uri.includes("/film/"));
    assert.deepEqual(pieces, Array.from({ length: Math.ceil(bytes / 700_002) }, (_, i) => `wan-video://tasks/${id}/film/${i + 1}`));
    assert.ok(pieces.length > 1);
    await clean(card);
  }
}

async function byItself(stage) {
  const { card } = await ordered(stage);
  await card.status("Finished");
  const calls = await card.seen("calls");
  assert.ok(calls.length > 0);
  assert.deepEqual([...new Set(calls.map(({ name }) => name))], ["get_task"]);
  assert.ok(calls.every(({ arguments: values }) => values.sheet === "none" && values.wait_seconds <= 10));
  await card.at("again").click();
  await card.at("done").filter({ hasText: "Asked in the conversation" }).waitFor();
  await card.at("wish").fill("  at night, in the rain ");
  await card.at("wish").press("Enter");
  await card.page.waitForFunction(() => window.harness.seen.messages.length === 2);
  const [again, vary] = (await card.seen("messages")).map(({ role, content }) => `${role}: ${content[0].text}`);
  assert.match(again, /^user: .*once more.*create_reference_video.*another seed/s);
  assert.match(vary, /^user: .*variation.*changed in this alone: at night, in the rain\n/s);
  assert.match(again, /\$\d/);
  assert.match(await card.at("again").textContent(), /\$\d/);
  await clean(card);
}

async function running(stage) {
  const { card, id } = await ordered(stage);
  await card.status("In the making");
  assert.ok(await card.at("progress").isVisible());
  assert.ok(await card.at("again").isDisabled());
  assert.ok(await card.at("vary").isDisabled());
  await card.view.waitForFunction(() => document.getElementById("left").textContent !== "");
  assert.match(await card.at("live").textContent(), /^In the making/);
  await card.shot("running");
  await card.at("cancel").click();
  assert.equal(await card.view.evaluate(() => document.activeElement.id), "keep");
  await card.at("keep").click();
  assert.ok((await card.seen("calls")).every(({ name }) => name === "get_task"));
  await card.at("cancel").click();
  await card.at("stop").click();
  await card.page.waitForFunction(() => window.harness.seen.calls.some(({ name }) => name === "cancel_task"));
  await card.view.waitForFunction(() => document.getElementById("done").textContent !== "" || document.getElementById("status").textContent === "Cancelled");
  const calls = (await card.seen("calls")).filter(({ name }) => name === "cancel_task");
  assert.deepEqual(calls.map((call) => call.arguments), [{ task_id: id }]);
  await clean(card);
}

async function failed(stage) {
  const { card, result } = await done(stage);
  await card.status("Failed");
  const { category, message } = result.structuredContent.error;
  assert.equal(await card.at("why").textContent(), `${category}: ${message}`);
  assert.equal(await card.at("next").textContent(), `The model was told: ${result.structuredContent.next_step}`);
  assert.match(await card.at("facts").textContent(), /charged/);
  assert.ok(await card.at("again").isEnabled());
  await card.shot("failed");
  await clean(card);
}

async function uncertain(stage) {
  const { card } = await done(stage);
  await card.status("Order uncertain");
  assert.match(await card.at("why").textContent(), /^outcome_unknown: .*not sent again.*paid twice/);
  assert.match(await card.at("facts").textContent(), /not known whether it was charged/);
  assert.match(await card.at("next").textContent(), /: Do not submit it again/);
  assert.ok(await card.at("again").isDisabled());
  assert.ok(await card.at("progress").isHidden());
  await card.shot("uncertain");
  await clean(card);
}

async function plan(stage) {
  const { card } = await ordered(stage, {}, { ...film, dry_run: true });
  await card.status("A plan only");
  assert.match(await card.at("facts").textContent(), /^Price\$\d/);
  assert.ok(await card.at("actions").isHidden());
  await card.shot("plan");
  await clean(card);
}

async function refused(stage) {
  const { card, created } = await ordered(stage, {}, { ...film, duration: 99 });
  await card.status("Refused");
  assert.equal(created.isError, true);
  assert.match(await card.at("violations").textContent(), /duration: 99/);
  assert.match(await card.at("why").textContent(), /invalid_request/);
  await clean(card);
}

async function narrow(stage) {
  const { card } = await done(stage, { width: 320, context: { theme: "dark", safeAreaInsets: { top: 20, right: 0, bottom: 10, left: 0 } } });
  await card.status("Finished");
  await card.at("poster").waitFor();
  assert.deepEqual(await overflow(card.view), []);
  assert.equal(await card.at("card").evaluate((main) => getComputedStyle(main).paddingTop), "34px");
  await card.shot("narrow");
  await clean(card);
}

async function dark(stage) {
  const { card } = await done(stage);
  await card.status("Finished");
  assert.deepEqual(await contrasts(card.view), []);
  await card.host("context", { theme: "dark", displayMode: "inline", availableDisplayModes: ["inline", "fullscreen"] });
  await card.view.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  await card.at("poster").waitFor();
  assert.deepEqual(await contrasts(card.view), []);
  await card.shot("dark");
  await card.at("expand").click();
  await card.at("expand").filter({ hasText: "Back to the conversation" }).waitFor();
  assert.deepEqual(await card.seen("modes"), ["fullscreen"]);
  const blue = "rgb(1, 2, 200)";
  await card.host("context", { theme: "light", styles: { variables: { "--color-background-primary": blue } } });
  await card.view.waitForFunction((blue) => getComputedStyle(document.body).backgroundColor === blue, blue);
  await clean(card);
}

async function keyboard(stage) {
  const { card } = await done(stage);
  await card.status("Finished");
  await card.at("poster").waitFor();
  await card.at("moments").waitFor();
  const reached = await walked(card, 14);
  assert.deepEqual(reached.filter(({ ring }) => !ring), []);
  assert.deepEqual(reached.map(({ id }) => id), ["expand", "play", "SUMMARY", "again", "save", "wish", "vary"]);
  await card.at("play").focus();
  await card.page.keyboard.press("Enter");
  await card.view.waitForFunction(() => document.getElementById("film").currentTime > 0, null, { timeout: 120_000 });
  assert.equal(await card.view.evaluate(() => document.activeElement.id), "film");
  await clean(card);
}

async function hostile(stage) {
  const evil = "<img src=https://evil.example/x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
  const { card } = await done(stage, {}, { ...film, prompt: `${film.prompt} ${evil}` });
  await card.status("Finished");
  assert.ok((await card.at("prompt").textContent()).includes(evil));
  await card.host("partial", { prompt: evil, references: `[{"name":${JSON.stringify(evil)}}]` });
  await card.host("result", {
    content: [{ type: "text", text: evil }, { type: "image", mimeType: "image/jpeg", data: "\"><script>" }],
    structuredContent: {
      task_id: "x/../y", status: evil, provider: evil, warnings: [evil, 7, null], next_step: evil, progress: "many",
      video: { path: evil, url: "javascript:alert(1)", bytes: "x" }, error: { category: evil, message: evil, violations: [null, { field: evil }] },
      cost: { charged: evil, quoted_usd_high: "1" }, plan: [],
    },
  });
  await card.at("why").filter({ hasText: "onerror" }).waitFor();
  assert.equal(await card.view.evaluate(() => document.querySelectorAll("main script, main img[src*=evil], #cast img").length), 0);
  assert.notEqual(await card.view.title(), "owned");
  assert.ok(await card.at("open").isHidden());
  await clean(card);
}

async function mute(stage) {
  const values = { ...film, seed: 8 };
  const created = await stage.tool("create_reference_video", values);
  const card = await stage.card({ capabilities: {} });
  await card.host("input", values);
  await card.host("result", { ...created, structuredContent: { ...created.structuredContent, status: "running", progress: 30 } });
  await card.at("blind").filter({ hasText: "ask the model to look" }).waitFor();
  assert.ok(await card.at("cancel").isHidden());
  const result = await stage.finished(created.structuredContent.task_id);
  await card.host("result", result);
  await card.status("Finished");
  await card.at("sheet").waitFor();
  assert.match(await card.at("loading").textContent(), /no card read films.*The file lies/);
  assert.deepEqual([await card.seen("calls"), await card.seen("reads")], [[], []]);
  await clean(card);
}

async function tooLong(stage) {
  const { card, result } = await done(stage);
  const { video } = result.structuredContent;
  const other = await stage.card();
  const url = "https://cdn.example/film.mp4";
  await other.host("result", { ...result, structuredContent: { ...result.structuredContent, video: { ...video, bytes: 50_000_000, url } } });
  await other.at("loading").filter({ hasText: "too long for a card (50.0 MB)" }).waitFor();
  await other.at("still").waitFor();
  assert.ok(await other.at("play").isHidden());
  await other.at("open").click();
  await other.page.waitForFunction(() => window.harness.seen.links.length === 1);
  assert.deepEqual(await other.seen("links"), [url]);
  assert.equal(await other.at("prompt").textContent(), film.prompt);
  await other.at("save").click();
  await other.page.waitForFunction(() => window.harness.seen.saves.length === 1);
  await clean(card);
  await clean(other);
}

async function ending(stage) {
  const looked = async ({ page, seen }, times) => {
    await page.evaluate(() => (window.failCalls = true));
    while ((await seen("calls")).length < times) await page.clock.runFor(1_000);
  };
  const { card } = await ordered(stage, { clock: true });
  await looked(card, 3);
  await card.at("blind").filter({ hasText: "ask the model to look" }).waitFor();
  await card.page.clock.runFor(120_000);
  assert.equal((await card.seen("calls")).length, 3);
  const next = await ordered(stage, { clock: true }, { ...film, seed: 99 });
  await looked(next.card, 1);
  await next.card.host("teardown");
  await next.card.page.clock.runFor(120_000);
  assert.equal((await next.card.seen("calls")).length, 1);
  await next.card.host("cancelled");
  quiet(card);
  quiet(next.card);
}

async function speechless(stage) {
  const { card } = await done(stage);
  await card.status("Finished");
  await card.page.evaluate(() => (window.refuseMessages = true));
  await card.at("again").click();
  await card.at("hint").filter({ hasText: "takes no messages" }).waitFor();
  assert.ok(await card.at("again").isDisabled());
  const broken = await stage.card();
  await broken.host("partial", { prompt: "half a pro" });
  await broken.at("prompt").filter({ hasText: "half a pro" }).waitFor();
  await broken.host("cancelled");
  await broken.status("Stopped");
  assert.match(await broken.at("why").textContent(), /not known here.*list_tasks/);
  await clean(card);
}

/** Nothing went wrong inside, and nothing went out. */
function quiet(card) {
  assert.deepEqual([card.faults, card.outside(), card.own()], [[], [], []]);
}

/** The same, and the host knows how high the card is. */
async function clean(card) {
  quiet(card);
  await settled(card.page, card.view);
}

const stage = await setUp(order);
try {
  for (const name of order.scenarios) {
    process.stderr.write(`${name}\n`);
    await scenarios[name](stage);
    await stage.clear();
    process.stdout.write(`passed ${name}\n`);
  }
} finally {
  await stage.close();
}
