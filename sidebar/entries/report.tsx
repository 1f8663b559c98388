// The pipeline report's window.
import { render } from 'preact';
import { ReportApp } from '../report/report-app';
import '../ui/styles.css';
import '../ui/wide.css';

document.title = 'Pipeline report';
const root = document.getElementById('app');
if (root) render(<ReportApp />, root);
