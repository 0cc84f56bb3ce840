// What the page can have done by its host, and may it.
import type { App } from "@modelcontextprotocol/ext-apps";
import { object } from "./film";

export class Host {
  private deaf = false;

  constructor(private readonly app: App) {}

  /** Whether tools of the server can be called. */
  get asks(): boolean {
    return this.app.getHostCapabilities()?.serverTools !== undefined;
  }

  /** Whether resources of the server can be read. */
  get reads(): boolean {
    return this.app.getHostCapabilities()?.serverResources !== undefined;
  }

  get opens(): boolean {
    return this.app.getHostCapabilities()?.openLinks !== undefined;
  }

  get saves(): boolean {
    return this.app.getHostCapabilities()?.downloadFile !== undefined;
  }

  /** Whether messages reach the conversation. The specification has no word for it, so a host is asked until it refuses. */
  get speaks(): boolean {
    return this.app.getHostCapabilities() !== undefined && !this.deaf;
  }

  readonly tool = (name: string, args: Record<string, unknown>, timeout?: number): Promise<unknown> =>
    this.app.callServerTool({ name, arguments: args }, timeout === undefined ? undefined : { timeout });

  readonly read = (uri: string): Promise<unknown> => this.app.readServerResource({ uri });

  /** Whether it was taken. */
  async say(text: string): Promise<boolean> {
    const sent = this.app.sendMessage({ role: "user", content: [{ type: "text", text }] });
    this.deaf = !(await taken(sent));
    return !this.deaf;
  }

  open(url: string): Promise<boolean> {
    return taken(this.app.openLink({ url }));
  }

  save(uri: string, name: string): Promise<boolean> {
    return taken(this.app.downloadFile({ contents: [{ type: "resource_link", uri, name, mimeType: "video/mp4" }] }));
  }

  async resize(): Promise<void> {
    const mode = this.app.getHostContext()?.displayMode === "fullscreen" ? "inline" : "fullscreen";
    await taken(this.app.requestDisplayMode({ mode }));
  }
}

async function taken(answer: Promise<unknown>): Promise<boolean> {
  try {
    return object(await answer).isError !== true;
  } catch {
    return false;
  }
}
