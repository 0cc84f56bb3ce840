/**
 * Stands in for zod and for the schemas of MCP in the bundle: a schema that remembers its members and its literal, which
 * is all that the SDK's `App` asks of one. What comes in is read with care in `film.ts` instead.
 */
export class Shape {
  constructor(
    readonly shape: Record<string, Shape> = {},
    readonly value?: unknown,
  ) {}

  describe(): this {
    return this;
  }

  optional(): this {
    return this;
  }

  passthrough(): this {
    return this;
  }

  and(): this {
    return this;
  }
}

const any = (): Shape => new Shape();

export const z = {
  any,
  array: any,
  boolean: any,
  never: any,
  number: any,
  record: any,
  string: any,
  undefined: any,
  union: any,
  unknown: any,
  object: (members: Record<string, Shape>): Shape => new Shape(members),
  literal: (value: unknown): Shape => new Shape({}, value),
  config: (): void => {},
};

export const CallToolResultSchema = any();
export const ContentBlockSchema = any();
export const EmbeddedResourceSchema = any();
export const EmptyResultSchema = any();
export const ImplementationSchema = any();
export const RequestIdSchema = any();
export const ResourceLinkSchema = any();
export const ToolSchema = any();

/** The one check of the transport: whether something is JSON-RPC at all. */
export const JSONRPCMessageSchema = {
  safeParse: (data: unknown) =>
    typeof data === "object" && data !== null && (data as { jsonrpc?: unknown }).jsonrpc === "2.0"
      ? { success: true, data }
      : { success: false, error: new Error("not JSON-RPC") },
};
