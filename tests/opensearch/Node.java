import java.io.IOException;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One node of the test cluster, in a process of its own, so that it can be killed alone.
 * Arguments: its folder, then settings as key=value; a value with commas is a list. The property "plugin" may name the
 * class of a plugin on the class path.
 */
public class Node {
    public static void main(String[] arguments) throws IOException {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            for (int i = 1; i < arguments.length; i++) {
                String[] pair = arguments[i].split("=", 2);
                if (pair[1].contains(",")) {
                    settings.putList(pair[0], pair[1].split(","));
                } else {
                    settings.put(pair[0], pair[1]);
                }
            }
        });
        OpenSearchRunner.Configs configs = OpenSearchRunner.newConfigs().basePath(arguments[0]).numOfNode(1);
        if (System.getProperty("plugin") != null) {
            configs.pluginTypes(System.getProperty("plugin"));
        }
        runner.build(configs);
        // The threads of a node do not keep the process; the pipe to whoever started it does, until it breaks.
        while (System.in.read() >= 0) {
        }
        Runtime.getRuntime().halt(0);
    }
}
