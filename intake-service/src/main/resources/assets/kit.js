"use strict";
for (const copy of navigator.clipboard ? document.querySelectorAll("[data-copies]") : []) {
    const piece = document.getElementById(copy.dataset.copies);
    copy.hidden = false;
    copy.addEventListener("click", async () => {
        piece.select();
        await navigator.clipboard.writeText(piece.value);
        copy.nextElementSibling.textContent = copy.dataset.done;
    });
}
