/*
 * The form of an appeal, and its count, on somebody else's page:
 *
 *   <script src="https://…/embed.js" data-appeal="slug" data-source="id" data-lang="sv" async></script>
 *
 * It stands where the script stands, or in the element whose id data-into names. All its words come from one answer
 * of the API; its looks are set by the custom properties that start with --upprop. Plain old JavaScript, for plain old
 * phones; nothing is kept in the browser, and nothing is loaded from anywhere but where the script is from.
 */
(function () {
  'use strict';

  var COUNT_MILLIS = 30000;
  var SLOWEST_COUNT_MILLIS = 600000;
  var STYLE_MILLIS = 3000;
  var QUESTION_MILLIS = 4000;

  var tag = document.currentScript;
  var base = tag.src.replace(/embed\.js([?#].*)?$/, '');
  var slug = tag.getAttribute('data-appeal');
  var source = tag.getAttribute('data-source') || '';
  var lang = tag.getAttribute('data-lang') || document.documentElement.lang;
  var asked = '?lang=' + encodeURIComponent(lang) + '&source=' + encodeURIComponent(source);
  var page = base + 'appeals/' + encodeURIComponent(slug);
  var api = base + 'api/v1/appeals/' + encodeURIComponent(slug);

  var host = document.createElement('div');
  var into = document.getElementById(tag.getAttribute('data-into'));
  if (into) {
    into.appendChild(host);
  } else {
    tag.parentNode.insertBefore(host, tag);
  }
  var root = host.attachShadow({mode: 'open'});

  /* Texts are only ever set as text, attributes only ever by their names. */
  function el(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      var value = attributes[key];
      if (value !== undefined && value !== null && value !== false) {
        made.setAttribute(key, value === true ? '' : value);
      }
    });
    [].concat(children === undefined ? [] : children).forEach(function (child) {
      if (child !== null) {
        made.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
      }
    });
    return made;
  }

  function link(address, text) {
    return el('a', {href: address, target: '_blank', rel: 'noopener'}, text);
  }

  function request(address, options) {
    options = options || {};
    options.credentials = 'omit';
    options.referrerPolicy = 'no-referrer';
    return fetch(address, options);
  }

  function json(address, options) {
    return request(address, options).then(function (answer) {
      if (!answer.ok) {
        throw new Error('' + answer.status);
      }
      return answer.json();
    });
  }

  function nothing() {
    return {};
  }

  function later(millis) {
    return new Promise(function (resolve) {
      setTimeout(resolve, millis);
    });
  }

  json(api + '/embed' + asked).then(show, function () {
    root.appendChild(link(page + asked, page));
  });

  function show(data) {
    var words = data.words;
    var box = el('section', {'class': 'box', lang: data.lang, dir: data.dir, 'aria-labelledby': 'title', hidden: true});
    var total = el('p', {'class': 'count'});
    var bar = el('progress', {max: 1, 'aria-label': words.goal, hidden: true});
    var place = el('div');
    box.appendChild(el('h2', {id: 'title', lang: data.title.lang, dir: data.title.dir}, data.title.text));
    box.appendChild(el('p', {'class': 'by'}, words.by));
    box.appendChild(total);
    box.appendChild(bar);
    box.appendChild(place);
    box.appendChild(el('p', {'class': 'ways'}, [link(data.links.page, words.read), ' ', link(data.links.list, words.list)]));
    dress();
    tell(data.count);
    setTimeout(count, COUNT_MILLIS, COUNT_MILLIS);
    place.appendChild(data.notice ? el('p', {'class': 'note'}, data.notice) : form(data, place));

    function tell(count) {
      total.textContent = count.text;
      bar.hidden = count.share === undefined;
      bar.value = count.share || 0;
    }

    function count(pause) {
      if (!host.isConnected) {
        return;
      }
      if (document.hidden) {
        setTimeout(count, pause, pause);
        return;
      }
      json(api + '/embed/count' + asked).then(function (now) {
        tell(now);
        setTimeout(count, COUNT_MILLIS, COUNT_MILLIS);
      }, function () {
        var longer = Math.min(pause * 2, SLOWEST_COUNT_MILLIS);
        setTimeout(count, longer, longer);
      });
    }

    /* The style comes as a file, which a strict policy can allow where it would refuse a style in the page. */
    function dress() {
      var style = el('link', {rel: 'stylesheet', href: data.links.style});
      var appear = function () {
        box.hidden = false;
      };
      style.addEventListener('load', appear);
      style.addEventListener('error', appear);
      setTimeout(appear, STYLE_MILLIS);
      root.appendChild(style);
      root.appendChild(box);
    }
  }

  function form(data, place) {
    var words = data.words;
    var kind = data.kinds[0].value;
    var sent = {};
    var busy = false;
    var masked, right, question;
    var shown = data.fields.map(field);
    var notice = el('div', {'class': 'note', role: 'alert', tabindex: -1, hidden: true});
    var status = el('p', {'class': 'status', role: 'status'});
    var work = el('progress', {max: 1, hidden: true, 'aria-label': words.working});
    var more = el('details', {}, el('summary', {}, words.more));
    var asks = el('fieldset', {}, [el('legend', {}, words.who), el('div', {'class': 'kinds'}, data.kinds.map(choice))]);
    var email = shown.filter(function (one) {
      return one.field.id === 'email';
    })[0];
    var button = el('button', {}, words.sign);
    var agrees = shown.pop();
    shown.forEach(function (one) {
      (one.field.more ? asks.appendChild(more) : asks).appendChild(one.part);
    });
    shown.push(agrees);
    var whole = el('form', {novalidate: true}, [
      notice,
      asks,
      el('div', {'class': 'consent'}, [
        el('p', {id: 'consent-heading', 'class': 'heading'}, data.consent.heading),
        el('div', {id: 'consent-text', 'class': 'text', tabindex: 0, role: 'group', 'aria-labelledby': 'consent-heading',
          lang: data.consent.lang, dir: data.consent.dir}, data.consent.text),
        agrees.part
      ]),
      el('ul', {}, data.promises.map(function (promise) {
        return el('li', {}, promise);
      })),
      button,
      status,
      work,
      el('p', {}, link(data.links.privacy, words.privacy))
    ]);
    whole.addEventListener('submit', function (event) {
      event.preventDefault();
      sign();
    });
    email.input.addEventListener('input', unask);
    ask();
    return whole;

    function choice(one, index) {
      var input = el('input', {type: 'radio', name: 'kind', id: 'as-' + one.value, value: one.value, checked: index === 0});
      input.addEventListener('change', function () {
        kind = one.value;
        mark([]);
        ask();
      });
      return el('span', {}, [input, el('label', {'for': input.id}, one.label)]);
    }

    /* Shows what this kind of signatory is asked. */
    function ask() {
      shown.forEach(function (one) {
        one.part.hidden = !isAsked(one);
        if (one.none) {
          one.none.textContent = one.field.none[kind] || '';
        }
      });
      more.hidden = !shown.some(function (one) {
        return one.field.more && isAsked(one);
      });
    }

    function isAsked(one) {
      return !one.field.kind || one.field.kind === kind;
    }

    function field(described) {
      var id = described.id;
      var one = {field: described, wrong: el('p', {'class': 'wrong', id: id + '-wrong', hidden: true})};
      var hint = described.hint ? el('p', {'class': 'hint', id: id + '-hint'}, described.hint) : null;
      var label = el('label', {'for': id}, described.label);
      var ticked = described.type === 'checkbox';
      one.hints = described.hint ? id + '-hint' : id === 'consent' ? 'consent-heading consent-text' : '';
      var attributes = {
        id: id,
        name: id,
        autocomplete: described.autocomplete,
        'aria-describedby': one.hints || null,
        dir: described.type === 'text' || described.type === 'lines' ? 'auto' : null
      };
      if (described.type === 'choice') {
        one.none = el('option', {value: ''});
        one.input = el('select', attributes, [one.none].concat(described.options.map(function (option) {
          return el('option', {value: option[0]}, option[1]);
        })));
      } else if (described.type === 'lines') {
        attributes.rows = 4;
        one.input = el('textarea', attributes);
      } else {
        attributes.type = described.type;
        attributes.inputmode = ticked ? null : described.type;
        attributes.dir = attributes.dir || 'ltr';
        one.input = el('input', attributes);
      }
      one.part = el('div', {'class': ticked ? 'tick' : 'field'},
        ticked ? [one.wrong, one.input, label] : [label, hint, one.wrong, one.input]);
      return one;
    }

    function valueOf(one) {
      if (one.field.type === 'checkbox') {
        return one.input.checked ? one.field.value || true : undefined;
      }
      var typed = one.input.value.trim();
      return one.field.type === 'url' && typed && typed.indexOf(':/') < 0 ? 'https://' + typed : typed || undefined;
    }

    function signature() {
      var body = {kind: kind, locale: data.locale, source: data.source, appealVersion: data.version};
      shown.filter(isAsked).forEach(function (one) {
        var steps = one.field.pointer.slice(1).split('/');
        var value = valueOf(one);
        if (value !== undefined) {
          if (steps.length > 1) {
            body[steps[0]] = body[steps[0]] || {};
            body[steps[0]][steps[1]] = value;
          } else {
            body[steps[0]] = value;
          }
        }
      });
      return JSON.stringify(body);
    }

    /* The same signature keeps its key however often it is sent, and another one gets its own. */
    function keyOf(body) {
      if (sent.body !== body) {
        var bytes = crypto.getRandomValues(new Uint8Array(16));
        sent = {body: body, key: [].map.call(bytes, function (byte) {
          return (256 + byte).toString(16).slice(1);
        }).join('')};
      }
      return sent.key;
    }

    /* Asks first whether the address is right. Where that cannot be asked, nobody is kept from signing. */
    function sign() {
      if (busy) {
        return;
      }
      var body = signature();
      var typed = valueOf(email);
      unask();
      mark([]);
      rest(true, words.sending);
      var asked = typed ? Promise.race([look(typed), later(QUESTION_MILLIS).then(nothing)]) : Promise.resolve({});
      asked.catch(nothing).then(function (found) {
        masked = found.masked;
        if (found.meant && typed !== right) {
          rest(false);
          doubt(typed, found.meant);
        } else {
          send(body);
        }
      });
    }

    function look(typed) {
      return json(api + '/embed/address', {
        method: 'POST',
        headers: {'Content-Type': 'application/json'},
        body: JSON.stringify({email: typed})
      });
    }

    /* Stands at its field, where the reader is taken, until it is answered or another address is typed. */
    function doubt(typed, meant) {
      question = el('div', {'class': 'note', role: 'group', tabindex: -1, 'aria-labelledby': 'doubt-meant',
        'aria-describedby': 'doubt-why'}, [
        el('p', {id: 'doubt-why'}, words.doubt),
        el('p', {id: 'doubt-meant', 'class': 'heading'}, [words.meant + ' ', el('bdi', {dir: 'ltr'}, meant)]),
        el('p', {'class': 'answers'}, [choose(words.use, '', meant), choose(words.keep, 'quiet', typed)])
      ]);
      email.part.appendChild(question);
      question.focus();
    }

    function choose(text, style, address) {
      var made = el('button', {type: 'button', 'class': style}, text);
      made.addEventListener('click', function () {
        email.input.value = right = address;
        button.focus();
        sign();
      });
      return made;
    }

    function unask() {
      if (question) {
        question.remove();
        question = null;
      }
    }

    function send(body, pass) {
      var headers = {'Content-Type': 'application/json', 'Idempotency-Key': keyOf(body)};
      if (pass) {
        headers['Upprop-Pass'] = pass;
      }
      rest(true, words.sending);
      request(api + '/signatures', {method: 'POST', headers: headers, body: body}).then(function (answer) {
        if (answer.status === 202) {
          return answer.json().catch(nothing).then(received);
        } else if (answer.status === 422) {
          return answer.json().then(function (problem) {
            rest(false);
            mark(problem.errors || [{}]);
          });
        } else if (answer.status === 429) {
          return prove(answer);
        } else {
          rest(false);
          say(answer.status === 410 ? words.closed : words.later);
        }
      }).catch(function () {
        rest(false);
        say(words.unreachable, link(data.links.page, data.links.page));
      });
    }

    function rest(now, saying) {
      busy = now;
      whole.setAttribute('aria-busy', now);
      status.textContent = saying || '';
      work.hidden = true;
    }

    /* More comes than usual: a proof of work is given at once, or where its script cannot be had, the turn waited for.
       The time is the server's, since a device may have any. */
    function prove(answer) {
      var now = new Date(answer.headers.get('Date') || Date.now());
      rest(true, words.held);
      return answer.json().then(function (problem) {
        var challenge = problem.challenge;
        return script(data.links.proof).then(function () {
          work.hidden = false;
          return window.uppropProof.solve(challenge.token, challenge.difficulty, function (done) {
            work.value = done;
          });
        }, function () {
          return later(Math.max(1000, new Date(challenge.readyAt) - now)).then(function () {
            return challenge.token;
          });
        });
      }).then(function (pass) {
        send(sent.body, pass);
      });
    }

    function script(address) {
      return new Promise(function (resolve, reject) {
        if (window.uppropProof) {
          resolve();
          return;
        }
        var made = el('script', {src: address});
        made.onload = resolve;
        made.onerror = reject;
        document.head.appendChild(made);
      });
    }

    function say(text, beside) {
      notice.textContent = text + ' ';
      if (beside) {
        notice.appendChild(beside);
      }
      notice.hidden = false;
      notice.focus();
    }

    /* Each mistake stands at its field, and all of them above, where the reader is taken. */
    function mark(errors) {
      var list = el('ul');
      notice.hidden = true;
      notice.textContent = '';
      shown.forEach(function (one) {
        var found = errors.filter(function (error) {
          return isAsked(one) && (error.pointer + '/').indexOf(one.field.pointer + '/') === 0;
        })[0];
        one.wrong.hidden = !found;
        one.wrong.textContent = '';
        one.input.removeAttribute('aria-invalid');
        one.input.setAttribute('aria-describedby', one.hints);
        if (!found) {
          return;
        }
        var sentence = one.field.wrong[found.code] || words.wrong;
        errors = errors.filter(function (error) {
          return error.pointer !== found.pointer;
        });
        one.wrong.textContent = words.error + ': ' + sentence;
        one.input.setAttribute('aria-invalid', 'true');
        one.input.setAttribute('aria-describedby', one.wrong.id + ' ' + one.hints);
        var way = el('a', {href: '#' + one.field.id}, one.field.summary[found.code] || sentence);
        way.addEventListener('click', function (event) {
          event.preventDefault();
          more.open = more.open || !!one.field.more;
          one.input.focus();
        });
        more.open = more.open || !!one.field.more;
        list.appendChild(el('li', {}, way));
      });
      if (errors.length) {
        list.appendChild(el('li', {}, words.wrong));
      }
      if (list.firstChild) {
        notice.appendChild(el('p', {'class': 'heading'}, words.errors));
        notice.appendChild(list);
        notice.hidden = false;
        notice.focus();
      }
    }

    /* Whatever else the answer says, the signature is taken. */
    function received(answer) {
      var id = answer.signatureId;
      rest(false);
      var address = masked || JSON.parse(sent.body).email
        .replace(/^(.).*@(.).*?(\.[^.]*)?$/, '$1\u2022\u2022\u2022@$2\u2022\u2022\u2022$3');
      var title = el('h3', {tabindex: -1}, words.received);
      var change = el('button', {type: 'button', 'class': 'quiet'}, words.change);
      change.addEventListener('click', function () {
        place.replaceChild(whole, thanks);
        root.getElementById('email').focus();
      });
      var thanks = el('div', {'class': 'received'}, [
        title,
        el('p', {}, [words.mailed + ' ', el('bdi', {dir: 'ltr'}, address)]),
        el('p', {}, words.step),
        el('p', {}, words.when),
        id ? el('p', {}, [words.why + ' ', link(codePage(id), words.code)]) : null,
        el('p', {'class': 'heading'}, words.missing),
        el('ul', {}, data.advice.map(function (advice) {
          return el('li', {}, advice);
        }).concat(el('li', {}, [words.from + ' ', data.sender ? el('bdi', {dir: 'ltr'}, data.sender) : null]))),
        el('p', {}, words.mistaken),
        change,
        el('p', {}, link(data.links.own, words.own))
      ]);
      place.replaceChild(thanks, whole);
      title.focus();
    }

    function codePage(id) {
      return data.links.code + encodeURIComponent(id) + '?lang=' + encodeURIComponent(data.lang);
    }
  }
})();
