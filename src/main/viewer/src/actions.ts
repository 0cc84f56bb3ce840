// The buttons. None of them spends money: what costs goes through the conversation.
import type { State } from "./card";
import { linked } from "./card";
import { byId, say, show } from "./dom";
import { type Film, readResult } from "./film";
import type { Host } from "./host";
import * as messages from "./messages";

const CANCEL_TIMEOUT = 120_000;

/**
 * Makes the buttons work.
 *
 * @param told takes what a cancelled film came to
 * @param redraw shows what changed about the host
 */
export function connect(state: State, host: Host, told: (film: Film) => void, redraw: () => void): void {
  const ask = async (message: string, from: string): Promise<void> => {
    const button = byId<HTMLButtonElement>(from);
    button.disabled = true;
    const taken = await host.say(message);
    redraw();
    say("done", taken ? "Asked in the conversation: the model goes on from there." : "The host did not take the message.");
  };
  on("again", (film) => void ask(messages.again(film), "again"));
  // Not a form: a sandbox that hosts may choose sends none.
  const field = byId<HTMLInputElement>("wish");
  const vary = (film: Film): void => {
    const wish = field.value.trim();
    if (wish) {
      void ask(messages.vary(film, wish), "vary");
    } else {
      say("done", "Say first what should be different.");
      field.focus();
    }
  };
  on("vary", vary);
  field.onkeydown = (event) => {
    if (event.key === "Enter" && state.film) {
      vary(state.film);
    }
  };

  const sure = (asked: boolean): void => {
    show("sure", asked);
    byId<HTMLButtonElement>("cancel").disabled = asked;
    byId(asked ? "keep" : "cancel").focus();
  };
  on("cancel", () => sure(true));
  on("keep", () => sure(false));
  on("stop", (film) => {
    sure(false);
    void cancel(film);
  });
  const cancel = async (film: Film): Promise<void> => {
    try {
      const now = readResult(await host.tool("cancel_task", { task_id: film.id }, CANCEL_TIMEOUT));
      if (now.id === film.id) {
        told(now);
      }
      say("done", now.trouble ? now.trouble.message : now.warnings[now.warnings.length - 1]);
    } catch {
      say("done", "The host did not pass the cancellation on: ask the model to cancel the film.");
    }
  };

  on("open", (film) => {
    const url = linked(film);
    void (url && host.open(url));
  });
  on("save", (film) => void host.save(`wan-video://tasks/${film.id}/film`, fileName(film)));
  byId("expand").onclick = () => void host.resize();

  function on(id: string, act: (film: Film) => void): void {
    byId(id).onclick = () => state.film && act(state.film);
  }
}

function fileName(film: Film): string {
  return film.video?.path?.split(/[/\\]/).pop() || `${film.id}.mp4`;
}
