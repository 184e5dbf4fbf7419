package io.streamalert.local.intake;

/** A request that is answered with what is wrong with it. */
@SuppressWarnings("serial") // never written
final class RefusedRequest extends Exception {

  private final HttpAnswer answer;

  RefusedRequest(HttpAnswer answer) {
    super("status " + answer.status(), null, false, false);
    this.answer = answer;
  }

  /** The request is wrong. */
  static RefusedRequest bad(String problem) {
    return new RefusedRequest(HttpAnswer.error(HttpAnswer.BAD_REQUEST, problem));
  }

  HttpAnswer answer() {
    return answer;
  }
}
