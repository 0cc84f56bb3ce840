import { Shape } from "./shapes";

type Params = Record<string, unknown> | undefined;
type Handler = (told: unknown, context: unknown) => unknown;
type Message = {
  id?: number | string;
  method?: string;
  params?: Params;
  result?: unknown;
  error?: { code?: number; message?: string };
};
type Wire = {
  onmessage?: (message: Message) => void;
  onclose?: () => void;
  start(): Promise<void>;
  send(message: object): Promise<void>;
  close(): Promise<void>;
};
type Waiting = { resolve: (result: unknown) => void; reject: (why: Error) => void; timer: number };

const METHOD_NOT_FOUND = -32601;
const INTERNAL_ERROR = -32603;
const USUAL_TIMEOUT = 60_000;

/** Stands in for the SDK's `Protocol` in the bundle: requests, answers and notifications over one transport. */
export class Protocol {
  transport: Wire | undefined;
  private readonly handlers = new Map<string, Handler>();
  private readonly waiting = new Map<number | string, Waiting>();
  private lastId = 0;

  async connect(transport: Wire): Promise<void> {
    this.transport = transport;
    transport.onmessage = (message) => void this.take(message);
    transport.onclose = () => this.ended();
    await transport.start();
  }

  async close(): Promise<void> {
    await this.transport?.close();
  }

  /** The rest is a schema, options, both or neither. */
  request(message: { method: string; params?: Params }, ...rest: unknown[]): Promise<unknown> {
    const options = rest.find((each) => each && !(each instanceof Shape)) as { timeout?: number } | undefined;
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      const late = () => this.settle(id, (to) => to.reject(new Error(`${message.method} was not answered`)));
      const timer = setTimeout(late, options?.timeout ?? USUAL_TIMEOUT) as unknown as number;
      this.waiting.set(id, { resolve, reject, timer });
      void this.transport?.send({ jsonrpc: "2.0", id, ...message });
    });
  }

  async notification(message: { method: string; params?: Params }): Promise<void> {
    await this.transport?.send({ jsonrpc: "2.0", ...message });
  }

  setRequestHandler(method: string, ...rest: unknown[]): void {
    this.handle(method, rest);
  }

  setNotificationHandler(method: string, ...rest: unknown[]): void {
    this.handle(method, rest);
  }

  removeRequestHandler(method: string): void {
    this.handlers.delete(method);
  }

  removeNotificationHandler(method: string): void {
    this.handlers.delete(method);
  }

  /** The rest is a handler of whole messages, or schemas and a handler of params. */
  private handle(method: string, rest: unknown[]): void {
    const handler = rest[rest.length - 1] as Handler;
    const whole = rest.length === 1;
    this.handlers.set(method, (params, context) => handler(whole ? { method, params } : params, context));
  }

  private async take(message: Message): Promise<void> {
    if (message.method === undefined) {
      this.answered(message);
      return;
    }
    const handler = this.handlers.get(message.method);
    if (message.id === undefined) {
      await handler?.(message.params ?? {}, {});
      return;
    }
    const answer = await this.answer(message.method, message.params, handler);
    await this.transport?.send({ jsonrpc: "2.0", id: message.id, ...answer });
  }

  private async answer(method: string, params: Params, handler: Handler | undefined): Promise<object> {
    if (!handler) {
      return { error: { code: METHOD_NOT_FOUND, message: `There is no method ${method}` } };
    }
    try {
      return { result: (await handler(params ?? {}, {})) ?? {} };
    } catch {
      return { error: { code: INTERNAL_ERROR, message: `${method} failed` } };
    }
  }

  private answered({ id, result, error }: Message): void {
    this.settle(id ?? 0, (to) => (error ? to.reject(new Error(error.message)) : to.resolve(result)));
  }

  private settle(id: number | string, how: (to: Waiting) => void): void {
    const waiting = this.waiting.get(id);
    if (waiting) {
      this.waiting.delete(id);
      clearTimeout(waiting.timer);
      how(waiting);
    }
  }

  private ended(): void {
    for (const id of [...this.waiting.keys()]) {
      this.settle(id, (to) => to.reject(new Error("the host went away")));
    }
  }
}
