// Plays a film in a real browser from its first frame to its last and prints what the browser saw.
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const { browser: executablePath, page: html, screenshot } = JSON.parse(process.argv[2]);
const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const browser = await chromium.launch({
  executablePath,
  args: [...quiet, "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(pathToFileURL(html).href);
  const limit = { timeout: 120_000 };
  await page.waitForFunction(() => window.film.error || window.film.currentTime >= window.film.duration / 4, null, limit);
  await page.evaluate(() => window.film.pause());
  await page.screenshot({ path: screenshot });
  const halfway = await page.evaluate(() => window.film.currentTime);
  await page.evaluate(() => window.film.error || window.film.play());
  await page.waitForFunction(() => window.film.error || window.film.ended, null, limit);
  const seen = await page.evaluate(() => ({
    error: window.film.error?.message ?? null,
    duration: window.film.duration,
    width: window.film.videoWidth,
    height: window.film.videoHeight,
    end: window.film.currentTime,
    frames: window.film.getVideoPlaybackQuality().totalVideoFrames,
    soundBytes: window.film.webkitAudioDecodedByteCount,
  }));
  process.stdout.write(JSON.stringify({ ...seen, halfway }) + "\n");
} finally {
  await browser.close();
}
