// Puts a card on the screen of a real browser: the packaged server behind it, a host of the SDK's around it.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const VIEWER = "ui://wan-video/viewer";
const HOST = "<!doctype html><meta charset=utf-8><title>host</title><style>body{margin:0}iframe{width:100%;height:300px;border:0}</style><body><script src=/host.js></script>";
const EVERYTHING = {
  serverTools: {}, serverResources: {}, openLinks: {}, downloadFile: {}, message: { text: {} }, logging: {},
};
const CLAUDE_LIKE = { theme: "light", displayMode: "inline", availableDisplayModes: ["inline", "fullscreen"], locale: "en-US" };

/** The policy that the specification words for a resource with these domains; `more` is what some hosts add for media. */
function policy({ connectDomains = [], resourceDomains = [] }, more) {
  const from = resourceDomains.join(" ");
  return [
    "default-src 'none'", `script-src 'self' 'unsafe-inline' ${from}`, `style-src 'self' 'unsafe-inline' ${from}`,
    `connect-src 'self' ${connectDomains.join(" ")}`, `img-src 'self' data: ${from}`, `font-src 'self' ${from}`,
    `media-src 'self' data: ${more} ${from}`, "frame-src 'none'", "object-src 'none'", "base-uri 'self'",
  ].join("; ");
}

/** Everything a scenario needs; `close` ends it all. */
export async function setUp({ command, browser: executablePath, folder }) {
  const client = new Client({ name: "harness", version: "1.0.0" }, {
    versionNegotiation: { mode: "auto" },
    capabilities: { extensions: { "io.modelcontextprotocol/ui": { mimeTypes: ["text/html;profile=mcp-app"] } } },
  });
  await client.connect(new StdioClientTransport({ command: command[0], args: command.slice(1), env: process.env }));
  const tool = (name, values) => client.callTool({ name, arguments: values }, { timeout: 120_000 });
  const viewer = (await client.readResource({ uri: VIEWER })).contents[0];
  const script = await bundled();
  let media = "";
  const asked = {
    tool: (params) => client.callTool(params, { timeout: 120_000 }),
    read: (params) => client.readResource(params),
  };
  const server = createServer(async (request, response) => {
    if (request.url === "/view") {
      const headers = { "content-type": "text/html", "content-security-policy": policy(viewer._meta.ui.csp, media) };
      response.writeHead(200, headers).end(viewer.text);
    } else if (request.url === "/host.js") {
      response.writeHead(200, { "content-type": "text/javascript" }).end(script);
    } else if (request.url === "/mcp") {
      const { how, params } = JSON.parse(await text(request));
      const answer = await asked[how](params).then((result) => ({ result }), (error) => ({ error: String(error) }));
      response.end(JSON.stringify(answer));
    } else {
      response.writeHead(request.url === "/" ? 200 : 404, { "content-type": "text/html" }).end(HOST);
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = server.address().port;
  const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  const browser = await chromium.launch({
    executablePath,
    args: [...quiet, "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
  });

  /** A card in a host; `blobs` for one that lets pages play films of their own making. */
  async function card({ width = 640, capabilities = EVERYTHING, context = {}, blobs = false, clock = false } = {}) {
    media = blobs ? "blob:" : "";
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const requests = [];
    const faults = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => faults.push(String(error)));
    if (clock) await page.clock.install();
    await page.goto(`http://127.0.0.1:${port}/`);
    const order = {
      address: `http://localhost:${port}/view`,
      capabilities,
      context: { ...CLAUDE_LIKE, ...context },
      sandbox: "allow-scripts allow-same-origin",
    };
    await page.evaluate((order) => window.harness.open(order), order);
    const view = page.frames().find((frame) => frame.url().endsWith("/view"));
    const at = (id) => view.locator(`#${id}`);
    return {
      page, view, at, faults,
      host: (verb, value) => page.evaluate(([verb, value]) => window.harness[verb](value), [verb, value]),
      seen: (what) => page.evaluate((what) => window.harness.seen[what], what),
      status: (words) => view.waitForFunction((words) => document.getElementById("status").textContent === words, words, { timeout: 120_000 }),
      shot: async (name) => {
        const height = await settled(page, view);
        await page.setViewportSize({ width, height });
        await painted(view);
        await page.screenshot({ path: `${folder}/${name}.png` });
      },
      /** What left the page for anywhere but this program. */
      outside: () => requests.filter((url) => !/^(data:|blob:|http:\/\/(127\.0\.0\.1|localhost):)/.test(url)),
      /** What the card itself asked the network for, beyond its own text. */
      own: () => requests.filter((url) => url.startsWith(`http://localhost:${port}/`) && !url.endsWith("/view")),
    };
  }

  async function finished(id) {
    for (;;) {
      const result = await tool("get_task", { task_id: id, wait_seconds: 30 });
      if (["succeeded", "failed", "submission_unknown"].includes(result.structuredContent.status)) return result;
    }
  }

  const films = new Map();

  /** The answers about a film that is not made a second time. */
  async function made(values) {
    const key = JSON.stringify(values);
    if (!films.has(key)) {
      const created = await tool("create_reference_video", values);
      films.set(key, { created, result: await finished(created.structuredContent.task_id) });
    }
    return films.get(key);
  }

  return {
    tool, card, finished, made,
    clear: () => Promise.all(browser.contexts().map((context) => context.close())),
    close: async () => {
      await browser.close();
      server.close();
      await client.close();
    },
  };
}

async function bundled() {
  const entry = fileURLToPath(new URL("host.mjs", import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: "iife" });
  return outputFiles[0].text;
}

/** How high the card is, once its host knows it too. */
export async function settled(page, view) {
  for (;;) {
    const told = await page.evaluate(() => window.harness.seen.sizes.at(-1));
    const height = await view.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
    if (Math.abs(told - height) <= 1) return height;
  }
}

/** Waits until everything that is to be seen was drawn. */
function painted(view) {
  return view.evaluate(async () => {
    await Promise.all([...document.images].filter((image) => image.src).map((image) => image.decode()));
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  });
}

async function text(request) {
  let all = "";
  for await (const part of request) all += part;
  return all;
}
