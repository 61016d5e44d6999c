import '../without-eval.ts';
import { element } from '../element.ts';
import { attachDifference } from './difference.ts';
import { attachEditor } from './editor.ts';
import { attachForms } from './forms.ts';
import { attachLink } from './link.ts';
import { attachLoader, loadFragment } from './loader.ts';
import { attachProfile } from './profile.ts';
import { Rows } from './rows.ts';
import { attachTrial } from './trial.ts';
import { Workbench } from './workbench.ts';

/** The workbench of /policy/: nothing that is typed here leaves the page. */
const workbench = new Workbench();
const rows = new Rows(workbench);
attachEditor(workbench);
attachTrial(workbench);
attachDifference(workbench);
attachForms(workbench);
attachLink(workbench);
attachLoader(workbench);
attachProfile(workbench);

async function follow(): Promise<void> {
  const tool = await loadFragment(workbench, location.hash);
  if (tool !== null && !rows.focus(tool))
    element('load-status', HTMLElement).textContent = 'This server has no such tool.';
}

element('workbench', HTMLElement).hidden = false;
workbench.write('');
addEventListener('hashchange', follow);
void follow();
