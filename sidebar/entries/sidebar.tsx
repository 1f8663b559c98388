// The sidebar's page, beside the sheet and on a phone.
import { mount } from '../app/mount';
import { Shell } from '../app/shell';
import '../ui/styles.css';

mount('Rowbook', (root) => {
  // Only the web app says which record its link names: blank for none.
  const link = root.dataset.record;
  document.documentElement.classList.toggle('phone', link !== undefined);
  return <Shell link={link} />;
});
