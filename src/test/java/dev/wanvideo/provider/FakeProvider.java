package dev.wanvideo.provider;

import dev.wanvideo.video.Constraint;
import dev.wanvideo.video.MediaFindings;
import dev.wanvideo.video.Quote;
import dev.wanvideo.video.ReferenceVideoRequest;
import dev.wanvideo.video.Wan27;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A provider for tests: paid unless local, takes what the model takes, its price per film as given. */
record FakeProvider(String id, Execution execution, Quote quote, List<Constraint> constraints, String region)
        implements Provider {
    static FakeProvider paid(String id, String usd) {
        return new FakeProvider(id, Execution.REMOTE, Quote.exactly(new BigDecimal(usd)), Wan27.ALL, "eu");
    }

    static FakeProvider priceless(String id) {
        return new FakeProvider(id, Execution.REMOTE, Quote.UNKNOWN, Wan27.ALL, "eu");
    }

    static FakeProvider local(String id) {
        return new FakeProvider(id, Execution.LOCAL, Quote.FREE, Wan27.ALL, "eu");
    }

    FakeProvider costing(String low, String high) {
        Quote range = new Quote(Optional.of(new BigDecimal(low)), Optional.of(new BigDecimal(high)));
        return new FakeProvider(id, execution, range, constraints, region);
    }

    FakeProvider limitedBy(Constraint constraint) {
        List<Constraint> more = new ArrayList<>(constraints);
        more.add(constraint);
        return new FakeProvider(id, execution, quote, more, region);
    }

    @Override
    public Descriptor descriptor() {
        Optional<String> key = Optional.of(new Option("api_key", Option.Form.WORD, List.of()).variable(id))
                .filter(v -> execution == Execution.REMOTE);
        return new Descriptor(id, "The " + id, key, constraints, List.of(), 60, execution, Optional.empty());
    }

    @Override
    public Quote quote(ReferenceVideoRequest request, MediaFindings findings) {
        return quote;
    }

    @Override
    public OutgoingRequest request(ReferenceVideoRequest request) {
        return new OutgoingRequest("POST", "https://example.com/" + region, Map.of("prompt", request.prompt()));
    }

    @Override
    public List<String> warnings(ReferenceVideoRequest request) {
        return List.of(id + " warns");
    }

    @Override
    public List<Option> options() {
        return List.of(Option.PRICE, Option.oneOf("region", "eu", "us"));
    }

    @Override
    public Provider with(Map<String, String> values) {
        return new FakeProvider(id, execution, quote, constraints, values.getOrDefault("region", region));
    }
}
