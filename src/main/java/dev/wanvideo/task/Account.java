package dev.wanvideo.task;

import dev.wanvideo.provider.Execution;

/**
 * A provider account that this process can act for; it leaves the steps of all other accounts to other processes.
 *
 * @param provider id of the provider
 * @param fingerprint tells accounts of one provider apart without telling the key; lower-case letters and digits
 */
public record Account(String provider, String fingerprint, Execution execution) {
    /** A provider that works on this machine and needs no key. */
    public static Account local(String provider) {
        return new Account(provider, "local", Execution.LOCAL);
    }

    /** The scheduler's name for this account's steps. */
    String stepName() {
        return StepQueue.name(provider, fingerprint);
    }
}
