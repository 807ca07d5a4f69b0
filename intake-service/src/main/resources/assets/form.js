/*
 * Makes the form handier; everything works without. The first choice of a list says what it means for whoever signs, and
 * whoever has a script is told that a proof is being computed instead of being asked to wait.
 */
(function () {
  'use strict';

  var form = document.getElementById('sign-form');
  if (!form) {
    return;
  }

  function nameFirstChoices() {
    var kind = document.getElementById('kind-organisation').checked ? 'organisation' : 'individual';
    Array.prototype.forEach.call(form.querySelectorAll('option[data-organisation]'), function (option) {
      option.textContent = option.getAttribute('data-' + kind);
    });
  }

  Array.prototype.forEach.call(form.querySelectorAll('input.kind'), function (radio) {
    radio.addEventListener('change', nameFirstChoices);
  });
  // Browsers that come back to a page restore what was chosen there.
  window.addEventListener('pageshow', nameFirstChoices);

  var working = form.querySelector('[data-working]');
  if (working && window.uppropProof) {
    form.querySelector('[data-waiting]').hidden = true;
    working.hidden = false;
  }
})();
