/** The sample's own tests, one file a topic; bundled, they run on Node's test runner with nothing installed. */
import './tests/chat.ts';
import './tests/fault.ts';
import './tests/generator.ts';
import './tests/ollama.ts';
import './tests/server.ts';
import './tests/settings.ts';
import './tests/traffic.ts';
