package dev.wanvideo.provider.dashscope;

import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedCall;
import dev.wanvideo.provider.EmulatedJobs;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.RemoteSettings;
import dev.wanvideo.provider.StrictBody;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DashScope's own side: create, query, cancel while waiting, and list. */
record DashscopeEmulation(RemoteSettings settings) implements EmulatedWire {
    private static final Pattern TASK = Pattern.compile("(GET|POST) /tasks/([^/]+)(/cancel)?");
    private static final Set<String> FILTERS =
            Set.of("task_id", "start_time", "end_time", "model_name", "status", "page_no", "page_size");

    @Override
    public Optional<String> key(EmulatedCall call) {
        return call.bearer();
    }

    @Override
    public boolean signed(EmulatedCall call) {
        return call.path().equals(DashscopeStore.HOST);
    }

    @Override
    public EmulatedAnswer answer(EmulatedCall call, EmulatedJobs jobs) {
        if (signed(call)) {
            return DashscopeStore.post(call, jobs);
        }
        String route = call.method() + " " + call.path().replaceFirst("^/api/v1(?=/)", "");
        if (route.equals("POST " + DashscopeWire.CREATE)) {
            return create(call, jobs);
        }
        if (route.equals("GET " + DashscopeUploads.PATH)) {
            return DashscopeStore.policy(call);
        }
        if (route.matches("GET /tasks/?")) {
            return list(call, jobs);
        }
        Matcher task = TASK.matcher(route);
        if (!task.matches() || task.group(1).equals("POST") != (task.group(3) != null)) {
            return trouble(Trouble.NO_SUCH_CALL, "no such path");
        }
        return task.group(3) == null ? query(task.group(2), jobs) : cancel(task.group(2), jobs);
    }

    private EmulatedAnswer create(EmulatedCall call, EmulatedJobs jobs) {
        if (!call.header("x-dashscope-async").orElse("").equals("enable")) {
            return DashscopeAnswers.error(403, "AccessDenied", "current user api does not support synchronous calls.");
        }
        if (!call.header("content-type").orElse("").startsWith("application/json")) {
            return trouble(Trouble.INVALID, "Content-Type must be application/json");
        }
        StrictBody.Reading reading = DashscopeOrders.read(call.body());
        if (reading instanceof StrictBody.Reading.Broken broken) {
            return trouble(Trouble.INVALID, broken.objection());
        }
        EmulatedJobs.Order order =
                DashscopeOrders.order(((StrictBody.Reading.Sound) reading).json(), settings.pricePerSecond());
        return resolves(call) == uploaded(order)
                ? DashscopeAnswers.created(jobs.accept(order))
                : trouble(Trouble.INVALID, "X-DashScope-OssResourceResolve goes with oss:// addresses and only these");
    }

    private static boolean resolves(EmulatedCall call) {
        return call.header("x-dashscope-ossresourceresolve")
                .filter("enable"::equals)
                .isPresent();
    }

    private static boolean uploaded(EmulatedJobs.Order order) {
        return order.media().stream().anyMatch(address -> address.startsWith(DashscopeUploads.SCHEME + "://"));
    }

    private EmulatedAnswer query(String id, EmulatedJobs jobs) {
        return jobs.find(id).map(DashscopeAnswers::told).orElseGet(() -> trouble(Trouble.NO_SUCH_TASK, id));
    }

    private static EmulatedAnswer cancel(String id, EmulatedJobs jobs) {
        return jobs.cancel(id)
                ? DashscopeAnswers.cancelled()
                : DashscopeAnswers.error(
                        400,
                        "UnsupportedOperation",
                        "Failed to cancel the task, please confirm if the task is in PENDING status.");
    }

    private EmulatedAnswer list(EmulatedCall call, EmulatedJobs jobs) {
        return FILTERS.containsAll(call.query().keySet())
                ? DashscopeAnswers.list(jobs.latest(), call.query())
                : trouble(Trouble.INVALID, "unknown query parameter");
    }

    @Override
    public EmulatedAnswer trouble(Trouble trouble, String message) {
        return switch (trouble) {
            case UNAUTHORIZED -> DashscopeAnswers.error(401, "InvalidApiKey", message);
            case NO_CREDIT -> DashscopeAnswers.error(400, "Arrearage", message);
            case RATE_LIMITED -> DashscopeAnswers.error(429, "Throttling.RateQuota", message);
            case CONTENT_REFUSED -> DashscopeAnswers.error(400, "DataInspectionFailed", message);
            case INVALID -> DashscopeAnswers.error(400, "InvalidParameter", message);
            // A task that is gone is no error here.
            case NO_SUCH_TASK -> DashscopeAnswers.gone(message);
            case NO_SUCH_CALL -> DashscopeAnswers.error(404, "NotFound", message);
            case INTERNAL -> DashscopeAnswers.error(500, "InternalError", message);
            case UNAVAILABLE -> DashscopeAnswers.error(503, "ModelUnavailable", message);
        };
    }
}
