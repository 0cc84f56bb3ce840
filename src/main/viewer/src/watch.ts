// Looks after a film until it is finished, one question at a time.
import { type Film, ended, readResult } from "./film";

const SHORTEST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
const WAIT_SECONDS = 10;
const ASK_TIMEOUT = 120_000;
const MOST_FAILURES = 3;

type Tool = (name: string, args: Record<string, unknown>, timeout: number) => Promise<unknown>;

export class Watch {
  private watched: string | undefined;

  /**
   * @param tool calls a tool of the server through the host
   * @param told takes what a look brought
   * @param lost is called when looks come to nothing again and again
   */
  constructor(
    private readonly tool: Tool,
    private readonly told: (film: Film) => void,
    private readonly lost: () => void,
  ) {}

  start(id: string): void {
    if (this.watched !== id) {
      this.watched = id;
      void this.look(id, Date.now());
    }
  }

  stop(): void {
    this.watched = undefined;
  }

  private async look(id: string, since: number): Promise<void> {
    let failures = 0;
    while (this.watched === id) {
      await pause(rhythm(Date.now() - since));
      await seen();
      const film = this.watched === id ? await this.ask(id) : undefined;
      if (this.watched !== id) {
        return;
      }
      failures = film ? 0 : failures + 1;
      if (film) {
        this.told(film);
      }
      if (failures === MOST_FAILURES) {
        this.lost();
      }
      if (failures === MOST_FAILURES || (film && ended(film))) {
        this.stop();
      }
    }
  }

  /** Undefined when the answer was none about this film. */
  private async ask(id: string): Promise<Film | undefined> {
    try {
      const args = { task_id: id, wait_seconds: WAIT_SECONDS, sheet: "none" };
      const film = readResult(await this.tool("get_task", args, ASK_TIMEOUT));
      return film.id === id ? film : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Every two seconds in the first minute, every ten after five, every minute after thirty. */
const rhythm = (elapsed: number): number => Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, elapsed / 30));

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits until somebody can see the page. */
function seen(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.hidden) {
        document.removeEventListener("visibilitychange", look);
        resolve();
      }
    };
    document.addEventListener("visibilitychange", look);
    look();
  });
}
