package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import java.util.Objects;

/**
 * An output to a service that is reached by HTTP, or by mail. If the service does not accept the credentials and they
 * have changed meanwhile, all is done once more with the new ones. Immutable and thread-safe.
 */
final class HttpOutput implements OutputDispatcher {

  private final OutputId id;
  private final Http http;
  private final Attempt.Steps steps;

  HttpOutput(OutputId id, Http http, Attempt.Steps steps) {
    this.id = Objects.requireNonNull(id, "id");
    this.http = Objects.requireNonNull(http, "http");
    this.steps = Objects.requireNonNull(steps, "steps");
  }

  @Override
  public OutputId id() {
    return id;
  }

  @Override
  public Delivery dispatch(DeliveryRequest request) {
    Attempt attempt = new Attempt(id.service(), http, request);
    try {
      return steps.deliver(attempt);
    } catch (Undelivered e) {
      return e.isForCredentials() ? again(attempt, e) : e.delivery();
    }
  }

  private Delivery again(Attempt attempt, Undelivered first) {
    try {
      return attempt.hasStaleSecrets()
          ? steps.deliver(new Attempt(id.service(), http, attempt.request()))
          : first.delivery();
    } catch (Undelivered e) {
      return e.delivery();
    }
  }

  @Override
  public String toString() {
    return "HttpOutput[" + id + "]";
  }
}
