// Fits the page into its host: colours, fonts, language, edges, and how much room there is.
import {
  type McpUiHostContext,
  applyDocumentTheme,
  applyHostFonts,
  applyHostStyleVariables,
} from "@modelcontextprotocol/ext-apps";
import { byId, show } from "./dom";
import { speak } from "./words";

export function fit(context: McpUiHostContext): void {
  const root = document.documentElement;
  if (context.theme) {
    applyDocumentTheme(context.theme);
  }
  if (context.styles?.variables) {
    applyHostStyleVariables(context.styles.variables);
  }
  if (context.styles?.css?.fonts) {
    applyHostFonts(context.styles.css.fonts);
  }
  speak(context.locale);
  const edges = context.safeAreaInsets;
  for (const side of ["top", "right", "bottom", "left"] as const) {
    root.style.setProperty(`--safe-${side}`, `${edges?.[side] ?? 0}px`);
  }
  const mode = context.displayMode ?? "inline";
  root.dataset.mode = mode;
  byId("expand").textContent = mode === "fullscreen" ? "Back to the conversation" : "Full screen";
  show("expand", mode === "fullscreen" || (context.availableDisplayModes ?? []).includes("fullscreen"));
}
