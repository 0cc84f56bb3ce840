// The page of a host, built on the SDK's own side for hosts: shows the viewer in a sandbox and passes its wishes on.
import { AppBridge, PostMessageTransport } from "@modelcontextprotocol/ext-apps/app-bridge";

const seen = { messages: [], links: [], saves: [], modes: [], calls: [], reads: [], sizes: [] };
let bridge;

/** Asks the real server, through the program that serves this page. */
async function server(how, params) {
  const answer = await fetch("/mcp", { method: "POST", body: JSON.stringify({ how, params }) });
  const told = await answer.json();
  if (told.error) throw new Error(told.error);
  return told.result;
}

async function open({ address, capabilities, context, sandbox }) {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", sandbox);
  bridge = new AppBridge(null, { name: "harness", version: "1" }, capabilities, { hostContext: context });
  bridge.onmessage = async (message) => (seen.messages.push(message), { isError: window.refuseMessages === true });
  bridge.onopenlink = async (link) => (seen.links.push(link.url), {});
  bridge.ondownloadfile = async (file) => (seen.saves.push(file), {});
  bridge.onrequestdisplaymode = async ({ mode }) => {
    seen.modes.push(mode);
    bridge.setHostContext({ ...context, displayMode: mode });
    return { mode };
  };
  bridge.onsizechange = ({ height }) => {
    seen.sizes.push(height);
    frame.style.height = `${height}px`;
  };
  bridge.oncalltool = async (params) => {
    seen.calls.push(params);
    return window.failCalls === true ? Promise.reject(new Error("not today")) : server("tool", params);
  };
  bridge.onreadresource = async (params) => (seen.reads.push(params.uri), server("read", params));
  const ready = new Promise((resolve) => (bridge.oninitialized = resolve));
  document.body.append(frame);
  await bridge.connect(new PostMessageTransport(frame.contentWindow, frame.contentWindow));
  frame.src = address;
  await ready;
}

window.harness = {
  seen,
  open,
  input: (values) => bridge.sendToolInput({ arguments: values }),
  partial: (values) => bridge.sendToolInputPartial({ arguments: values }),
  result: (result) => bridge.sendToolResult(result),
  cancelled: () => bridge.sendToolCancelled({ reason: "user action" }),
  context: (context) => bridge.setHostContext(context),
  teardown: () => bridge.teardownResource({}),
};
