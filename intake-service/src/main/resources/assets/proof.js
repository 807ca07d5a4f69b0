/*
 * Solves the proof of work that is asked for where more signatures come than usual.
 *
 * uppropProof.solve(token, difficulty, onProgress) promises a pass: the token, a colon and a number, such that the SHA-256
 * of that text begins with so many zero bits. onProgress, which may be left out, is told now and then how likely it was to
 * be done by now, from 0 to 1. On pages the script begins by itself where an element says what to solve:
 *
 *   <form …> … <input type="hidden" name="pass"> <button data-proof-button>
 *     <div data-proof-token="…" data-proof-difficulty="16"> <progress max="1"></progress>
 *       <p role="status" data-proof-done="…">…</p></div>
 *
 * It then fills in "pass", says what data-proof-done says, and presses the button.
 *
 * It counts in a worker where the browser allows one, and otherwise in slices that leave the page alive. It hashes by
 * itself, since browsers lend their own hashing to pages under https only, and one call at a time. Plain old JavaScript,
 * for plain old phones.
 */
(function (scope) {
  'use strict';

  var DIGITS = 10;
  var SLICE_MILLIS = 12;
  var WORKER_SLICE_MILLIS = 200;
  var HASHES_BETWEEN_LOOKS = 500;

  /* FIPS 180-4: the first 32 bits of the fractional parts of the roots of the first primes. */
  var START = new Int32Array(8);
  var K = new Int32Array(64);
  (function () {
    var found = 0;
    for (var candidate = 2; found < 64; candidate++) {
      var prime = true;
      for (var i = 2; i * i <= candidate && prime; i++) {
        prime = candidate % i !== 0;
      }
      if (prime) {
        if (found < 8) {
          START[found] = fraction(Math.sqrt(candidate));
        }
        K[found++] = fraction(cubeRoot(candidate));
      }
    }
    function fraction(number) {
      return ((number - Math.floor(number)) * 4294967296) | 0;
    }
    function cubeRoot(number) {
      var root = Math.pow(number, 1 / 3);
      return root - (root * root * root - number) / (3 * root * root);
    }
  })();

  var W = new Int32Array(64);

  /* Hashes 16 words from a place in a message on from one state into another, which may be the same. */
  function compress(message, from, state, result) {
    var i, x, y, t1, t2;
    for (i = 0; i < 16; i++) {
      W[i] = message[from + i];
    }
    for (i = 16; i < 64; i++) {
      x = W[i - 15];
      y = W[i - 2];
      W[i] = (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3))
        + (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10))
        + W[i - 16] + W[i - 7];
    }
    var a = state[0], b = state[1], c = state[2], d = state[3];
    var e = state[4], f = state[5], g = state[6], h = state[7];
    for (i = 0; i < 64; i++) {
      t1 = (h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7)))
        + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
      t2 = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10)))
        + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    result[0] = state[0] + a;
    result[1] = state[1] + b;
    result[2] = state[2] + c;
    result[3] = state[3] + d;
    result[4] = state[4] + e;
    result[5] = state[5] + f;
    result[6] = state[6] + g;
    result[7] = state[7] + h;
  }

  /* A search that can be gone on with: what never changes of the message is hashed once. */
  function search(token, difficulty) {
    var start = token + ':';
    var length = start.length + DIGITS;
    var message = new Int32Array(Math.ceil((length + 9) / 64) * 16);
    var nonce = new Uint8Array(DIGITS);
    var state = new Int32Array(START);
    var result = new Int32Array(8);
    var i;
    for (i = 0; i < length; i++) {
      put(i, i < start.length ? start.charCodeAt(i) : 48);
    }
    put(length, 128);
    message[message.length - 1] = length * 8;
    var constant = start.length - start.length % 64;
    for (i = 0; i < constant; i += 64) {
      compress(message, i / 4, state, state);
    }
    constant /= 4;

    function put(place, code) {
      message[place >> 2] |= code << (24 - 8 * (place & 3));
    }

    function next() {
      for (var i = DIGITS - 1; i >= 0; i--) {
        var place = start.length + i;
        var unit = 1 << (24 - 8 * (place & 3));
        if (nonce[i] < 9) {
          nonce[i]++;
          message[place >> 2] += unit;
          return;
        }
        nonce[i] = 0;
        message[place >> 2] -= 9 * unit;
      }
    }

    /* Tries so many numbers; the pass if one of them was right. */
    return function (tries) {
      for (var i = 0; i < tries; i++) {
        compress(message, constant, state, result);
        for (var from = constant + 16; from < message.length; from += 16) {
          compress(message, from, result, result);
        }
        if (result[0] >>> (32 - difficulty) === 0) {
          return start + Array.prototype.join.call(nonce, '');
        }
        next();
      }
      return null;
    };
  }

  /* Searches for a while, then lets others do something, then goes on; calls back with the pass. */
  function inSlices(token, difficulty, millis, onProgress, onPass) {
    var tried = 0;
    var seek = search(token, difficulty);
    var pause = pauses(slice);

    function slice() {
      var end = Date.now() + millis;
      var pass = null;
      while (pass === null && Date.now() < end) {
        pass = seek(HASHES_BETWEEN_LOOKS);
        tried += HASHES_BETWEEN_LOOKS;
      }
      if (pass === null) {
        onProgress(1 - Math.exp(-tried / Math.pow(2, difficulty)));
        pause();
      } else {
        onProgress(1);
        onPass(pass);
      }
    }

    slice();
  }

  /* A message comes at once, where a timer is made to wait. */
  function pauses(then) {
    if (typeof MessageChannel === 'undefined') {
      return function () {
        setTimeout(then, 0);
      };
    }
    var channel = new MessageChannel();
    channel.port1.onmessage = then;
    return function () {
      channel.port2.postMessage(0);
    };
  }

  if (typeof document === 'undefined') {
    scope.onmessage = function (event) {
      inSlices(event.data.token, event.data.difficulty, WORKER_SLICE_MILLIS, function (progress) {
        scope.postMessage({progress: progress});
      }, function (pass) {
        scope.postMessage({pass: pass});
      });
    };
    return;
  }

  var address = document.currentScript ? document.currentScript.src : '';

  function solve(token, difficulty, onProgress) {
    var tell = onProgress || function () {};
    return new Promise(function (resolve) {
      var worker = null;

      function here() {
        if (worker) {
          worker.terminate();
          worker = null;
        }
        inSlices(token, difficulty, SLICE_MILLIS, tell, resolve);
      }

      try {
        worker = new Worker(address);
      } catch (forbidden) {
        here();
        return;
      }
      worker.onerror = function (event) {
        event.preventDefault();
        here();
      };
      worker.onmessage = function (event) {
        if (event.data.pass) {
          worker.terminate();
          tell(1);
          resolve(event.data.pass);
        } else {
          tell(event.data.progress);
        }
      };
      worker.postMessage({token: token, difficulty: difficulty});
    });
  }

  function begin() {
    var task = document.querySelector('[data-proof-token]');
    if (!task) {
      return;
    }
    var form = task.closest('form');
    var bar = task.querySelector('progress');
    var status = task.querySelector('[data-proof-done]');
    solve(task.getAttribute('data-proof-token'), Number(task.getAttribute('data-proof-difficulty')), function (done) {
      if (bar) {
        bar.value = done;
      }
    }).then(function (pass) {
      form.elements.namedItem('pass').value = pass;
      if (status) {
        status.textContent = status.getAttribute('data-proof-done');
      }
      form.querySelector('[data-proof-button]').click();
    });
  }

  scope.uppropProof = {solve: solve};
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', begin);
  } else {
    begin();
  }
})(typeof self === 'undefined' ? this : self);
