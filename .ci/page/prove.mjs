// Opens the pages in WORK/{5,200,5000}: prove.mjs CHROMIUM WORK. Fails at the first thing that is wrong.

import { readFileSync, statSync } from "node:fs";
import puppeteer from "puppeteer-core";

const [, , executablePath, work] = process.argv;
const axe = readFileSync(`${work}/node_modules/axe-core/axe.min.js`, "utf8");
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox"], protocolTimeout: 600_000 });

const expect = (what, condition, found = "") => {
  if (!condition) {
    console.error(`page: ${what}:`, found);
    process.exit(1);
  }
};

/** A page that complains of whatever its script does wrong and of whatever it tries to load. */
const opened = async (count, { width, scheme = "light", scripts = true, anchor = "" }) => {
  const page = await browser.newPage();
  page.setDefaultTimeout(300_000);
  page.on("pageerror", (error) => expect("a fault of the script", false, error));
  page.on("console", (message) => expect("a complaint of the browser", false, message.text()));
  page.on("request", (request) => expect("something is loaded", request.url().startsWith("file://"), request.url()));
  await page.setJavaScriptEnabled(scripts);
  await page.setBypassCSP(true);
  await page.setViewport({ width, height: 900, deviceScaleFactor: width < 500 ? 2 : 1 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  const began = Date.now();
  await page.goto(`file://${work}/${count}/page.html${anchor}`);
  return { page, loaded: Date.now() - began };
};

/** What the filters show once these words are typed, and how long that takes in milliseconds. */
const searched = (page, words) =>
  page.evaluate(async (words) => {
    const form = document.getElementById("filters");
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const began = performance.now();
    form.elements.words.value = words;
    form.dispatchEvent(new Event("input"));
    // The script waits this long for more words.
    await new Promise((done) => setTimeout(done, 125));
    await painted();
    const cards = document.querySelectorAll(".card:not([hidden])").length;
    return { cards, told: form.elements.shown.value, took: Math.round(performance.now() - began - 125) };
  }, words);

for (const count of [5, 200, 5000]) {
  const megabytes = (statSync(`${work}/${count}/page.html`).size / 1e6).toFixed(2);
  for (const width of [390, 1440]) {
    for (const scheme of ["light", "dark"]) {
      const { page, loaded } = await opened(count, { width, scheme });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(`wider than the window of ${width}`, wide <= width, wide);
      const picture = (name) => page.screenshot({ path: `${work}/${count}-${width}-${scheme}-${name}.png` });
      await picture("top");
      for (const part of ["matrix", "error", "known", "articles"]) {
        await page.evaluate((part) => document.getElementById(part)?.scrollIntoView(), part);
        await new Promise((done) => setTimeout(done, 200));
        await picture(part);
      }
      if (count < 5000) {
        // What is off the screen is not laid out, and what is not laid out cannot be judged.
        await page.addStyleTag({ content: ".card, .block, .source { content-visibility: visible !important }" });
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run(document));
        expect("axe", violations.length === 0, JSON.stringify(violations, ["id", "impact", "nodes", "html"], 1));
      }
      console.log(`page: ${count} facts, ${width} px, ${scheme}: ${megabytes} MB, loaded in ${loaded} ms`);
      await page.close();
    }
  }

  const { page } = await opened(count, { width: 1440 });
  const all = await searched(page, "");
  const nothing = await searched(page, "zzz");
  expect("a search for what is not there", nothing.cards === 0 && nothing.told.startsWith("0 of "), nothing);
  const first = await page.$eval(".card h4", (answer) => answer.textContent.slice(2));
  const some = await searched(page, first.toUpperCase());
  expect("a search for an answer", some.cards > 0 && some.cards < all.cards, some);
  console.log(`page: ${count} facts: searched in ${nothing.took} and ${some.took} ms`);
  // A link to a card that the filters hide brings it back.
  await searched(page, "zzz");
  const back = await page.evaluate(() => {
    document.querySelector(".text sup a").click();
    return new Promise((done) => setTimeout(() => {
      const box = document.querySelector(".card:target").getBoundingClientRect();
      done(box.height > 0 && box.top >= 0 && box.top < innerHeight);
    }, 1000));
  });
  expect("from an article back to its card", back);
  const there = await page.evaluate(() => {
    document.querySelector(".card:target figcaption a").click();
    return new Promise((done) => setTimeout(() => {
      const mark = document.querySelector(".text mark:target");
      const box = mark?.getBoundingClientRect();
      done(box && box.top > document.getElementById("filters").offsetHeight && box.bottom < innerHeight);
    }, 1000));
  });
  expect("from a card to the words in their article, clear of the form", there);
  await page.evaluate(() => document.getElementById("filters").elements.on.click());
  expect("a step to the next finding", (await page.$(".card:target")) !== null);
  await page.close();

  const { page: keyboard } = await opened(count, { width: 1440 });
  await keyboard.keyboard.press("Tab");
  expect("the first stop skips what is the same everywhere", await keyboard.$eval(":focus", (at) => at.className === "skip"));
  await keyboard.close();

  const { page: plain } = await opened(count, { width: 390, scripts: false });
  expect("no form without scripts", (await plain.$("#filters[hidden]")) !== null);
  expect("all cards without scripts", (await plain.$$(".card")).length === all.cards);
  await plain.close();
}

const { page } = await opened(5, { width: 1440, scheme: "dark" });
await page.pdf({ path: `${work}/5.pdf`, format: "A4" });
await browser.close();
console.log("page: nothing wrong; look at the pictures in target/page, and at 5.pdf");
