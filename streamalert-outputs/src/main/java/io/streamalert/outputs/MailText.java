package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import java.util.Optional;

/** What an e-mail says of an alert. */
final class MailText {

  static final int LIMIT_SUBJECT = 200;
  static final int LIMIT_TEXT = 100_000;
  static final int LIMIT_HTML = 500_000;

  private static final int LIMIT_RECORD_BYTES = 50_000;

  private final Alert alert;
  private final Publication publication;
  private final FieldValue record;

  MailText(DeliveryRequest request) {
    alert = request.alert();
    publication = request.publication();
    record = Fitted.into(Smtp.LIMIT_ATTACHMENT_BYTES, WireJson.record(publication));
  }

  /** One line, so that nothing of it can become a further field of the head. */
  String subject() {
    String subject = publication
        .get(Smtp.SUBJECT)
        .filter(given -> !given.isBlank())
        .orElseGet(() -> "[" + alert.severity() + "] " + alert.title());
    String line = TerminalText.clean(Texts.wellFormed(subject).replaceAll("\\s+", " "));
    return Texts.elide(line.strip(), LIMIT_SUBJECT);
  }

  String text() {
    String text = publication.get(Smtp.BODY).orElseGet(this::standard);
    return Texts.elide(Texts.wellFormed(text), LIMIT_TEXT);
  }

  private String standard() {
    return ReadableAlert.plain().text(alert, publication)
        + "\n"
        + (alert.ruleDescription().isBlank() ? "" : alert.ruleDescription() + "\n\n")
        + PrettyJson.of(Fitted.into(LIMIT_RECORD_BYTES, record))
        + "\n";
  }

  /** A cut in HTML could leave anything open, so it is taken whole or not at all. */
  String html() {
    return publication
        .get(Smtp.HTML)
        .map(Texts::wellFormed)
        .filter(given -> given.length() <= LIMIT_HTML)
        .orElseGet(() -> "<!DOCTYPE html>\n<html><body><pre>" + Texts.escapeAll(text())
            + "</pre></body></html>\n");
  }

  /** The record as JSON, unless it is not wanted. */
  Optional<String> attachment() {
    return publication.get(Smtp.ATTACH_RECORD).orElse(true)
        ? Optional.of(record.toJson())
        : Optional.empty();
  }
}
