'use strict';

// Charts: the values at the step under the pointer.
for (const chart of document.querySelectorAll('.chart')) {
  const data = JSON.parse(chart.querySelector('script').textContent);
  const svg = chart.querySelector('svg');
  const cursor = chart.querySelector('.cursor');
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  chart.append(tip);

  const row = (style, name, value) => {
    const line = document.createElement('div');
    const label = document.createElement('em');
    if (style) {
      const key = document.createElement('i');
      key.className = style;
      label.append(key);
    }
    label.append(name);
    const number = document.createElement('b');
    number.textContent = value;
    line.append(label, number);
    return line;
  };

  const show = event => {
    const box = svg.getBoundingClientRect();
    const across = (event.clientX - box.left) / box.width;
    const step = data.from + (across - data.left) / (data.right - data.left) * (data.to - data.from);
    let at = 0;
    for (let i = 1; i < data.steps.length; i++) {
      if (Math.abs(data.steps[i] - step) < Math.abs(data.steps[at] - step)) at = i;
    }
    const x = data.left + (data.steps[at] - data.from) / (data.to - data.from) * (data.right - data.left);
    cursor.setAttribute('x1', x * data.width);
    cursor.setAttribute('x2', x * data.width);
    cursor.style.visibility = 'visible';
    const rows = data.series.map(series => {
      const value = (series.smoothed || series.values)[at];
      return value === null ? null : row(series.style, series.name, value.toFixed(series.decimals));
    });
    tip.replaceChildren(row('', 'step', data.steps[at].toLocaleString('en')), ...rows.filter(one => one !== null));
    tip.hidden = false;
    // An svg element has no offsets of its own.
    const frame = chart.getBoundingClientRect();
    const left = box.left - frame.left + x * box.width;
    tip.style.left = (x > 0.6 ? left - tip.offsetWidth - 12 : left + 12) + 'px';
    tip.style.top = box.top - frame.top + 8 + 'px';
  };

  svg.addEventListener('pointermove', show);
  svg.addEventListener('pointerdown', show);
  svg.addEventListener('pointerleave', () => {
    cursor.style.visibility = 'hidden';
    tip.hidden = true;
  });
}

// Sheets: one at a time, so that flipping through them shows what changed.
for (const block of document.querySelectorAll('.sheets')) {
  const sheets = [...block.querySelectorAll('.sheet')].reverse();
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = 0;
  slider.max = sheets.length - 1;
  slider.value = sheets.length - 1;
  slider.setAttribute('aria-label', 'Validation');
  const choose = () => sheets.forEach((sheet, i) => { sheet.hidden = i !== Number(slider.value); });
  slider.addEventListener('input', choose);
  const flip = document.createElement('label');
  flip.className = 'flip';
  flip.append('step ' + Number(sheets[0].dataset.step).toLocaleString('en'), slider, Number(sheets[sheets.length - 1].dataset.step).toLocaleString('en'));
  if (sheets.length > 1) block.querySelector('h3').after(flip);
  choose();
}

// A page that nobody is using just now looks for news while the run trains; the browser keeps the place that was scrolled to.
if (document.documentElement.dataset.state === 'running') {
  const every = 60000;
  let used = 0;
  for (const kind of ['pointermove', 'keydown', 'wheel', 'touchstart']) {
    addEventListener(kind, () => { used = Date.now(); }, { passive: true });
  }
  setInterval(() => {
    if (!document.hidden && Date.now() - used > every) location.reload();
  }, every);
}
