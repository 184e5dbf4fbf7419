package io.streamalert.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.PublicationKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The contract holds for an output in memory, and fails for each of many wrong ones. */
class OutputContractTest extends OutputContract {

  private static final OutputId ID = OutputId.of("memory", "test");

  private final List<String> received = new CopyOnWriteArrayList<>();

  /** What becomes of a request, given what the service has received. */
  private interface Behaviour extends BiFunction<DeliveryRequest, List<String>, Delivery> {}

  private record MemoryOutput(OutputId id, List<String> received, Behaviour behaviour)
      implements OutputDispatcher {

    @Override
    public Delivery dispatch(DeliveryRequest request) {
      return behaviour.apply(request, received);
    }

    @Override
    public String toString() {
      return "MemoryOutput[" + id + "]";
    }
  }

  private static Delivery take(DeliveryRequest request, List<String> received) {
    received.add(request.publication().toJson());
    return Delivery.delivered();
  }

  @Override
  protected OutputDispatcher healthy() {
    return new MemoryOutput(ID, received, OutputContractTest::take);
  }

  @Override
  protected OutputDispatcher broken() {
    return new MemoryOutput(
        ID, received, (request, all) -> Delivery.retryAfter(Duration.ZERO, "It is down."));
  }

  @Override
  protected Optional<OutputDispatcher> rejecting() {
    return Optional.of(new MemoryOutput(
        ID, received, (request, all) -> Delivery.rejected("It does not want it.")));
  }

  @Override
  protected List<String> received() {
    return received;
  }

  /** A contract all of whose outputs behave so. */
  private static OutputContract all(Behaviour behaviour) {
    return all(new CopyOnWriteArrayList<>(), behaviour, Clock.systemUTC());
  }

  private static OutputContract all(List<String> received, Behaviour behaviour, Clock clock) {
    OutputDispatcher output = new MemoryOutput(ID, received, behaviour);
    return new OutputContract() {
      @Override
      protected OutputDispatcher healthy() {
        return output;
      }

      @Override
      protected OutputDispatcher broken() {
        return output;
      }

      @Override
      protected Optional<OutputDispatcher> rejecting() {
        return Optional.of(output);
      }

      @Override
      protected List<String> received() {
        return received;
      }

      @Override
      protected List<String> secrets() {
        return List.of("https://hooks.example/secret");
      }

      @Override
      protected Clock clock() {
        return clock;
      }
    };
  }

  private static void fails(ThrowingCallable test) {
    assertThatThrownBy(test).isInstanceOf(Throwable.class);
  }

  @Test
  void anOutputThatSendsNothingFails() {
    OutputContract contract = all((request, received) -> Delivery.delivered());

    fails(contract::aServiceThatWorksGetsTheAlert);
    fails(contract::aServiceThatIsDownIsAReasonToRepeat);
    fails(contract::aServiceThatRefusesIsNoReasonToRepeat);
  }

  @Test
  void anOutputThatSendsEachAlertTwiceFails() {
    OutputContract contract = all((request, received) -> {
      take(request, received);
      return take(request, received);
    });

    fails(contract::aServiceThatWorksGetsTheAlert);
    fails(contract::everyAlertIsTold);
  }

  @Test
  void anOutputThatTakesOneAlertOnlyFails() {
    OutputContract contract = all(
        (request, received) -> received.isEmpty() ? take(request, received) : Delivery.delivered());

    fails(contract::everyAlertIsTold);
  }

  @Test
  void anOutputThatDoesNotTakeRepeatedAttemptsFails() {
    OutputContract contract = all((request, received) ->
        request.attempt() > 1 ? Delivery.rejected("Known.") : take(request, received));

    fails(contract::theSameAlertAgainDoesNoHarm);
  }

  @Test
  void anOutputThatThrowsWhenTheServiceIsDownFails() {
    OutputContract contract = all((request, received) -> {
      throw new IllegalStateException("It is down.");
    });

    fails(contract::aServiceThatIsDownIsAReasonToRepeat);
    fails(contract::aDeadlineThatHasPassedIsNoError);
  }

  @Test
  void anOutputThatNeedsPartsOfItsOwnFails() {
    PublicationKey<String> text = PublicationKey.text("rule_name");
    OutputContract contract = all((request, received) -> {
      request.publication().get(text).orElseThrow();
      return take(request, received);
    });

    contract.aServiceThatWorksGetsTheAlert();
    fails(contract::whatSteersOtherOutputsIsPassedOver);
    fails(contract::partsOfAnyKindAreNoError);
  }

  @Test
  void anOutputThatTellsValuesOrSecretsFails() {
    fails(
        all((request, received) ->
            Delivery.rejected("Refused: " + request.publication().toJson()))
            ::noValueOfTheRecordAndNoSecretIsToldInReasons);
    fails(
        all((request, received) ->
            Delivery.retryAfter(Duration.ZERO, "No answer from https://hooks.example/secret"))
            ::noValueOfTheRecordAndNoSecretIsToldInReasons);
  }

  @Test
  void anOutputThatMissesItsDeadlineFails() {
    List<Instant> time = new ArrayList<>(List.of(Instant.EPOCH));
    Clock clock = new Clock() {
      @Override
      public Instant instant() {
        return time.get(0);
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
    OutputContract contract = all(
        new CopyOnWriteArrayList<>(),
        (request, received) -> {
          time.set(0, request.deadline().plusSeconds(1));
          return take(request, received);
        },
        clock);

    fails(contract::anAttemptEndsBeforeItsDeadline);
  }

  @Test
  void anOutputThatIsNotThreadSafeFails() {
    OutputContract contract = all((request, received) -> {
      if (!Thread.currentThread().getName().endsWith("thread-1")) {
        return Delivery.delivered();
      }
      return take(request, received);
    });

    fails(contract::severalThreadsDeliverAtOnce);
  }

  @Test
  void anOutputThatChangesItsIdFails() {
    List<OutputId> asked = new ArrayList<>();
    OutputDispatcher changing = new OutputDispatcher() {
      @Override
      public OutputId id() {
        asked.add(OutputId.of("memory", "n" + asked.size()));
        return asked.get(asked.size() - 1);
      }

      @Override
      public Delivery dispatch(DeliveryRequest request) {
        return Delivery.delivered();
      }
    };
    OutputContract contract = new OutputContractTest() {
      @Override
      protected OutputDispatcher healthy() {
        return changing;
      }
    };

    fails(contract::theIdStaysTheSame);
    assertThat(asked).isNotEmpty();
  }
}
