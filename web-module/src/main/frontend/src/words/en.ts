import account from '../account/words.en.json';
import api from '../api/words.en.json';
import shell from '../shell/words.en.json';
import worklog from '../worklog/words.en.json';
import winterevent from '../winterevent/words.en.json';

/** What the portal says in English: each feature's words lie in its own folder. The other languages have the same keys. */
export default { account, api, shell, winterevent, worklog };
