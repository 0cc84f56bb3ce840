package dev.wanvideo.sandbox;

import com.sun.net.httpserver.HttpExchange;
import dev.wanvideo.provider.EmulatedAnswer;
import dev.wanvideo.provider.EmulatedCall;
import dev.wanvideo.provider.EmulatedJobs.Failure;
import dev.wanvideo.provider.EmulatedWire;
import dev.wanvideo.provider.EmulatedWire.Trouble;
import dev.wanvideo.sandbox.Fault.Stage;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers the calls of one emulated provider: its key, its own words, its money, and what goes wrong. */
final class ProviderDoor {
    private static final Logger log = LoggerFactory.getLogger(ProviderDoor.class);

    private final String id;
    private final EmulatedWire wire;
    private final SandboxSettings settings;
    private final Workshop workshop;
    private final Faults faults;
    private final Journal journal;
    private final Misconduct misconduct;
    private final SeenKeys keys = new SeenKeys();

    ProviderDoor(
            String id,
            EmulatedWire wire,
            SandboxSettings settings,
            Workshop workshop,
            Faults faults,
            Journal journal,
            String elsewhere) {
        this.id = id;
        this.wire = wire;
        this.settings = settings;
        this.workshop = workshop;
        this.faults = faults;
        this.journal = journal;
        this.misconduct = new Misconduct(wire, elsewhere);
    }

    /** Answers one call. */
    void handle(HttpExchange exchange, Sender sender) throws IOException {
        Optional<EmulatedCall> call = Incoming.read(exchange, "/" + id, sender.address());
        if (call.isEmpty()) {
            sender.send(exchange, tooLarge(), this::failed);
            return;
        }
        SandboxJobs jobs = new SandboxJobs(workshop, id, call.get().body());
        Delivery delivery = delivery(call.get(), jobs);
        if (strikes(Stage.DELAY, jobs, call.get()).isPresent()) {
            sender.sendLate(exchange, delivery, this::failed);
        } else {
            sender.send(exchange, delivery, this::failed);
        }
    }

    private Delivery delivery(EmulatedCall call, SandboxJobs jobs) {
        EmulatedAnswer honest = honest(call, jobs);
        count(call, jobs);
        Optional<Fault> refusal = strikes(Stage.REFUSAL, jobs, call);
        if (refusal.isPresent()) {
            return misconduct.refusal(refusal.get());
        }
        if (jobs.orders()
                && wire.key(call).filter(SandboxSettings.EMPTY_KEY::equals).isPresent()) {
            return misconduct.refusal(Fault.NO_CREDIT);
        }
        jobs.settle();
        jobs.ordered().forEach(work -> workshop.bell().follow(work, wire));
        return strikes(Stage.ANSWER, jobs, call)
                .map(fault -> misconduct.answer(fault, honest))
                .orElseGet(() -> new Delivery.Whole(honest));
    }

    private EmulatedAnswer honest(EmulatedCall call, SandboxJobs jobs) {
        Optional<String> key = wire.key(call).filter(k -> !k.isBlank());
        if (wire.signed(call)) {
            return key.isEmpty() && !keys.in(call)
                    ? answered(call, jobs)
                    : wire.trouble(Trouble.INVALID, "No key belongs here.");
        }
        key.ifPresent(keys::add);
        if (key.filter(settings::knows).isEmpty()) {
            return wire.trouble(
                    Trouble.UNAUTHORIZED, key.isEmpty() ? "The API key is missing." : "This API key is not valid.");
        }
        return answered(call, jobs);
    }

    private EmulatedAnswer answered(EmulatedCall call, SandboxJobs jobs) {
        try {
            EmulatedAnswer answer = wire.answer(call, jobs);
            Optional<String> unreachable = jobs.unreachable();
            unreachable.ifPresent(address -> jobs.forget());
            return unreachable
                    .map(address -> wire.trouble(Trouble.INVALID, "There is no file at " + address))
                    .orElse(answer);
        } catch (RuntimeException e) {
            log.warn("The emulation of {} failed at {} {}", id, call.method(), call.path(), e);
            jobs.forget();
            return wire.trouble(Trouble.INTERNAL, "The sandbox could not answer this.");
        }
    }

    private Optional<Fault> strikes(Stage stage, SandboxJobs jobs, EmulatedCall call) {
        Optional<Fault> fault = faults.striking(id, stage, jobs.orders());
        fault.ifPresent(f -> journal.struck(id, f, call.method() + " " + call.path()));
        return fault;
    }

    private void count(EmulatedCall call, SandboxJobs jobs) {
        String path = call.path();
        for (Work work : jobs.sought()) {
            path = path.replace(work.id(), "{id}");
            if (call.method().equals("GET")) {
                work.polls().incrementAndGet();
            }
        }
        workshop.books().count(call.method() + " /" + id + path);
    }

    private EmulatedAnswer failed(Work work) {
        Optional<Failure> failure = work.look(workshop.now()).failure();
        boolean content = failure.map(Failure::content).orElse(false);
        return wire.trouble(
                content ? Trouble.CONTENT_REFUSED : Trouble.INTERNAL,
                failure.map(Failure::message).orElse("The film was given up."));
    }

    private Delivery tooLarge() {
        return new Delivery.Whole(
                wire.trouble(Trouble.INVALID, "The request body is larger than " + Incoming.BODY_LIMIT + " bytes."));
    }
}
