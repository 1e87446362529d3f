// Everything works without this file; it saves steps for those at a keyboard and keeps what was typed.
"use strict";
