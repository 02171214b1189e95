import account from '../account/words.fr.json';
import api from '../api/words.fr.json';
import shell from '../shell/words.fr.json';
import worklog from '../worklog/words.fr.json';
import winterevent from '../winterevent/words.fr.json';
import type en from './en';

export default { account, api, shell, winterevent, worklog } satisfies typeof en;
