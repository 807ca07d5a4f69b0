"use strict";
{
    const share = document.querySelector("[data-share]");
    if (share && navigator.share) {
        share.parentElement.hidden = false;
        share.addEventListener("click", () =>
            navigator.share({ title: share.dataset.title, url: share.dataset.share }).catch(() => {}));
    }

    const copy = document.querySelector("[data-copy]");
    if (copy && navigator.clipboard) {
        const field = document.getElementById(copy.dataset.copy);
        copy.hidden = false;
        copy.addEventListener("click", async () => {
            field.select();
            await navigator.clipboard.writeText(field.value);
            document.getElementById("copied").textContent = copy.dataset.done;
        });
    }
}
