"use strict";
{
    const live = document.querySelector("[data-live]");
    const PAUSE = 5000;
    let changed = false;
    let busy = false;

    // The same page is asked for again, so whatever it shows stays in its language and as its address asks.
    const renew = async () => {
        if (busy || !changed || document.hidden) {
            return;
        }
        busy = true;
        changed = false;
        try {
            const answer = await fetch(location.href, { cache: "no-cache", headers: { Accept: "text/html" } });
            if (answer.ok) {
                show(new DOMParser().parseFromString(await answer.text(), "text/html"));
            }
        } catch {
            changed = true;
        }
        setTimeout(() => {
            busy = false;
            renew();
        }, PAUSE * (1 + Math.random()));
    };

    const show = (page) => {
        const header = page.querySelector("[data-live]");
        if (header && !live.contains(document.activeElement)) {
            live.replaceChildren(...header.childNodes);
        }
        for (const list of document.querySelectorAll("main > section")) {
            const other = page.getElementById(list.getAttribute("aria-labelledby"))?.closest("section");
            if (other && !list.contains(document.activeElement)) {
                const known = new Set(Array.from(list.querySelectorAll("li"), (name) => name.textContent));
                for (const name of other.querySelectorAll("li")) {
                    name.classList.toggle("new", !known.has(name.textContent));
                }
                const tables = other.querySelectorAll("details");
                list.querySelectorAll("details").forEach((table, place) => {
                    tables[place]?.toggleAttribute("open", table.open);
                });
                list.replaceChildren(...other.childNodes);
            }
        }
    };

    if (live && window.EventSource) {
        let first = true;
        const events = new EventSource(live.dataset.live);
        events.addEventListener("count", () => {
            changed = !first;
            first = false;
            renew();
        });
        document.addEventListener("visibilitychange", renew);
        addEventListener("pagehide", () => events.close());
    }
}
