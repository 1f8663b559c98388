// The pipeline report's window.
import { mount } from '../app/mount';
import { ReportApp } from '../report/report-app';
import '../ui/styles.css';
import '../ui/wide.css';

mount('Pipeline report', () => <ReportApp />);
