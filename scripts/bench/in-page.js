// Runs in the page that sidebar.ts measures: google.script.run over its `serverCall`, and the watch over a key.
{
  const runner = (succeeded, failed) =>
    new Proxy(
      {},
      {
        get: (_target, name) => {
          if (name === 'withSuccessHandler') return (handler) => runner(handler, failed);
          if (name === 'withFailureHandler') return (handler) => runner(succeeded, handler);
          return (input) => {
            window
              .serverCall(name, JSON.stringify(input ?? {}))
              .then((answer) => succeeded(JSON.parse(answer)), failed);
          };
        },
      },
    );
  const nothing = () => {};
  window.google = { script: { run: runner(nothing, nothing) } };

  let key = 0;
  let painted = 0;
  const afterPaint = new MessageChannel();
  afterPaint.port1.onmessage = () => {
    painted = performance.now();
  };
  window.watchKey = () => {
    key = 0;
    painted = 0;
  };
  window.paintedAfterKey = () => (painted > key ? painted - key : null);
  const hear = (event) => {
    key = event.timeStamp;
  };
  document.addEventListener('keydown', hear, true);
  document.addEventListener('DOMContentLoaded', () => {
    let isUsable = false;
    const see = () => {
      if (!isUsable && document.getElementById('search')) {
        isUsable = true;
        window.firstUse();
      }
      if (key > 0) requestAnimationFrame(() => afterPaint.port2.postMessage(null));
    };
    new MutationObserver(see).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}
