import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gephi.graph.api.AttributeUtils;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.TimeSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/**
 * Opens one GEXF file as Gephi Desktop does and prints what it made of it as JSON.
 * Exit status: 0 nothing above INFO, 1 a WARNING, 2 worse, 3 the file was refused.
 */
public class Opened {
    public static void main(String[] arguments) {
        // Gephi writes to standard output; the JSON alone goes there.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Map<String, Object> told = new LinkedHashMap<>();
        int status;
        try {
            status = open(new File(arguments[0]), told);
        } catch (Throwable error) {
            while (error.getCause() != null) error = error.getCause();
            told.put("error", error.toString());
            status = 3;
        }
        told.put("exit", status);
        out.println(json(told));
        System.exit(status);
    }

    static int open(File file, Map<String, Object> told) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        ImportController imports = Lookup.getDefault().lookup(ImportController.class);
        Container container = imports.importFile(file);
        Report report = container.getReport();
        // The desktop verifies between reading and its report: without it a weight of 0 passes unseen.
        container.verify();
        DefaultProcessor processor = new DefaultProcessor();
        imports.process(container, processor, projects.getCurrentWorkspace());
        GraphModel model = Lookup.getDefault().lookup(GraphController.class)
            .getGraphModel(projects.getCurrentWorkspace());

        List<Object> nodes = new ArrayList<>(), edges = new ArrayList<>();
        for (Node node : model.getGraph().getNodes().toArray()) nodes.add(element(node, model));
        for (Edge edge : model.getGraph().getEdges().toArray()) {
            Map<String, Object> shown = element(edge, model);
            shown.put("source", String.valueOf(edge.getSource().getId()));
            shown.put("target", String.valueOf(edge.getTarget().getId()));
            shown.put("kind", String.valueOf(edge.getTypeLabel()));
            shown.put("directed", edge.isDirected());
            shown.put("weight", edge.getWeight());
            edges.add(shown);
        }
        told.put("nodes", nodes);
        told.put("edges", edges);
        List<Object> columns = new ArrayList<>();
        for (Column column : model.getEdgeTable()) columns.add(column.getId() + ":" + column.getTypeClass().getSimpleName());
        told.put("edge_columns", columns);

        int status = 0;
        List<Object> issues = new ArrayList<>();
        List<Report> reports = new ArrayList<>(List.of(report));
        if (processor.getReport() != null && processor.getReport() != report) reports.add(processor.getReport());
        for (Report each : reports) {
            for (Issue issue : each.getIssuesList(Integer.MAX_VALUE)) {
                Issue.Level level = issue.getLevel();
                status = Math.max(status, level == Issue.Level.INFO ? 0 : level == Issue.Level.WARNING ? 1 : 2);
                if (issues.size() < 100) issues.add(level + " " + issue.getMessage());
            }
        }
        told.put("issues", issues);
        return status;
    }

    static Map<String, Object> element(Element element, GraphModel model) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", String.valueOf(element.getId()));
        shown.put("label", element.getLabel());
        TimeSet<?> time = (TimeSet<?>) element.getAttribute("timeset");
        shown.put("time", time == null ? null : time.toString(model.getTimeFormat(), model.getTimeZone()));
        for (String key : element.getAttributeKeys()) {
            Object value = element.getAttribute(key);
            if (List.of("id", "label", "timeset", "weight").contains(key) || value == null) continue;
            shown.put("@" + key, value.getClass().isArray() ? AttributeUtils.print(value) : value.toString());
        }
        if (element instanceof Node) {
            shown.put("color", Integer.toHexString(((Node) element).getRGBA() & 0xffffff));
            shown.put("size", ((Node) element).size());
        }
        return shown;
    }

    static String json(Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) return String.valueOf(value);
        StringBuilder text = new StringBuilder();
        if (value instanceof Map) {
            ((Map<?, ?>) value).forEach((key, item) ->
                text.append(text.length() == 0 ? "{" : ",").append(quoted(String.valueOf(key))).append(':').append(json(item)));
            return text.length() == 0 ? "{}" : text.append('}').toString();
        }
        if (value instanceof List) {
            for (Object item : (List<?>) value) text.append(text.length() == 0 ? "[" : ",\n").append(json(item));
            return text.length() == 0 ? "[]" : text.append(']').toString();
        }
        return quoted(String.valueOf(value));
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else if (c < 0x20) quoted.append(String.format("\\u%04x", (int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
