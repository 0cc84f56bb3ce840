package dev.wanvideo.provider;

import static dev.wanvideo.provider.FakeProvider.local;
import static dev.wanvideo.provider.FakeProvider.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CatalogueTest {
    @Test
    void findsThePackagedProvidersAndListsThoseOnThisMachineLast() {
        List<Provider> packaged = Catalogue.load().all();

        assertThat(packaged).isNotEmpty();
        assertThat(packaged.get(packaged.size() - 1).descriptor().execution()).isEqualTo(Execution.LOCAL);
    }

    @Test
    void sortsByIdWhateverTheOrderOfDiscovery() {
        Catalogue catalogue = new Catalogue(List.of(local("a"), paid("c", "1"), paid("b", "1")));

        assertThat(catalogue.ids()).containsExactly("b", "c", "a");
    }

    @Test
    void findsAProviderByItsId() {
        Catalogue catalogue = new Catalogue(List.of(paid("b", "1"), local("a")));

        assertThat(catalogue.find("b")).contains(paid("b", "1"));
        assertThat(catalogue.find("x")).isEmpty();
    }

    @Test
    void refusesTwoProvidersOfOneId() {
        List<Provider> twins = List.of(paid("a", "1"), local("a"));

        assertThatThrownBy(() -> new Catalogue(twins)).hasMessageContaining("two providers are called a");
    }
}
