package dev.opensync.sharing;

import static dev.opensync.sharing.SecretKind.CREDENTIALS;
import static dev.opensync.sharing.SecretKind.JWT;
import static dev.opensync.sharing.SecretKind.KEY;
import static dev.opensync.sharing.SecretKind.PRIVATE_KEY;
import static dev.opensync.sharing.SecretKind.SETTING;
import static dev.opensync.sharing.SecretKind.URL_PASSWORD;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds what looks like a secret. Too much is found rather than too little: what is hidden wrongly does no harm. */
final class Secrets {

    /** Names that promise a secret, as part of the name of a setting. */
    private static final String NAMES = "(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key"
            + "|private[_-]?key|auth[_-]?key|signing[_-]?key|encryption[_-]?key|credentials?|connection[_-]?string)";

    private static final String NAME_WORDS =
            "password passwd passphrase pwd secret token apikey api_key api-key accesskey access_key access-key privatekey"
                    + " private_key private-key auth_key auth-key signing encryption credential connection";

    private static final Pattern SECRET_NAME = Pattern.compile("(?i:(?:.*[_-])?" + NAMES + ")|(?:.*[a-z])?"
            + "(?:[Pp]assword|[Pp]asswd|[Ss]ecret|[Aa]piKey|[Aa]ccessKey|[Pp]rivateKey"
            + "|(?:[Aa]pi|[Aa]uth|[Aa]ccess|[Bb]ot|[Ii]d|[Rr]efresh|[Ss]ession)Token)");

    /** Not a word character before and after, where the pattern begins and ends with one. */
    private static final List<SecretRule> RULES = List.of(
            SecretRule.of(KEY, "AWS", "akia asia abia acca", "\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\\b"),
            SecretRule.of(
                    KEY,
                    "AWS",
                    "aws",
                    "(?i)\\baws[\\w.-]{0,30}?(?:secret|key)[\\w.-]{0,30}[\"']?\\s{0,5}[:=]\\s{0,5}[\"']?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+])"),
            SecretRule.of(KEY, "GitHub", "ghp_ gho_ ghu_ ghs_ ghr_", "\\bgh[pousr]_[A-Za-z0-9]{30,255}"),
            SecretRule.of(KEY, "GitHub", "github_pat_", "\\bgithub_pat_[A-Za-z0-9_]{22,255}"),
            SecretRule.of(KEY, "GitLab", "glpat- gldt- glrt-", "\\bgl(?:pat|dt|rt)-[A-Za-z0-9_-]{20,}"),
            SecretRule.of(KEY, "Anthropic", "sk-ant-", "\\bsk-ant-[A-Za-z0-9_-]{20,}"),
            SecretRule.of(KEY, "OpenAI", "sk-", "\\bsk-(?!ant-)(?:proj-|svcacct-|admin-|or-v1-)?[A-Za-z0-9_-]{20,}"),
            SecretRule.of(KEY, "Google", "aiza", "\\bAIza[A-Za-z0-9_-]{35}"),
            SecretRule.of(KEY, "Google", "ya29. gocspx-", "\\b(?:ya29\\.|GOCSPX-)[A-Za-z0-9_-]{20,}"),
            SecretRule.of(KEY, "Slack", "xox xapp-", "\\b(?:xox[abcdeoprs]|xapp)-[A-Za-z0-9-]{10,}"),
            SecretRule.of(
                    KEY,
                    "Slack",
                    "hooks.slack.com",
                    "hooks\\.slack\\.com/(?:services|workflows)/(?<secret>[A-Za-z0-9/_-]{20,})"),
            SecretRule.of(
                    KEY,
                    "Stripe",
                    "sk_ rk_ whsec_",
                    "\\b(?:[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9]{24,})"),
            SecretRule.of(KEY, "SendGrid", "sg.", "\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}"),
            SecretRule.of(KEY, "Twilio", "sk", "\\bSK[0-9a-f]{32}\\b"),
            SecretRule.of(KEY, "npm", "npm_", "\\bnpm_[A-Za-z0-9]{36}\\b"),
            SecretRule.of(KEY, "PyPI", "pypi-", "\\bpypi-[A-Za-z0-9_-]{50,}"),
            SecretRule.of(KEY, "Hugging Face", "hf_", "\\bhf_[A-Za-z0-9]{30,}"),
            SecretRule.of(KEY, "Groq", "gsk_", "\\bgsk_[A-Za-z0-9]{40,}"),
            SecretRule.of(KEY, "xAI", "xai-", "\\bxai-[A-Za-z0-9]{40,}"),
            SecretRule.of(KEY, "DigitalOcean", "_v1_", "\\bdo[opr]_v1_[a-f0-9]{64}\\b"),
            SecretRule.of(KEY, "Databricks", "dapi", "\\bdapi[a-f0-9]{32}(?:-\\d)?\\b"),
            SecretRule.of(
                    KEY,
                    "Azure",
                    "accountkey sharedaccesskey",
                    "(?i)\\b(?:AccountKey|SharedAccessKey)=(?<secret>[A-Za-z0-9+/=]{40,})"),
            SecretRule.of(KEY, "Shopify", "shp", "\\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}\\b"),
            SecretRule.of(KEY, "Telegram", ":aa", "\\b\\d{8,10}:AA[A-Za-z0-9_-]{33}"),
            SecretRule.of(KEY, "OpenSync", "osk_", "\\bosk_[A-Za-z0-9_-]{20,}"),
            SecretRule.of(
                    PRIVATE_KEY,
                    "",
                    "private key",
                    "-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----"
                            + "(?:[\\s\\S]{1,20000}?-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----"
                            + "|(?:(?:\\s|\\\\[nr]){0,4}[A-Za-z0-9+/=:,.-]{16,100}){0,400})"),
            SecretRule.of(JWT, "", "eyj", "\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
            SecretRule.of(
                    URL_PASSWORD,
                    "",
                    "://",
                    "\\b[a-zA-Z][a-zA-Z0-9+.-]{1,30}://[^\\s/:@\"'<>]{0,200}:(?<secret>[^\\s/@\"'<>]{1,200})@"),
            SecretRule.of(
                    CREDENTIALS,
                    "",
                    "bearer basic",
                    "(?i)\\b(?:bearer|authorization[\"']?\\s{0,3}[:=]\\s{0,3}[\"']?basic)\\s{1,3}(?<secret>[A-Za-z0-9._~+/=-]{12,})"),
            SecretRule.of(
                    SETTING,
                    "",
                    NAME_WORDS,
                    "(?i)(?<![A-Za-z0-9])(?:[A-Z0-9]{1,40}[_.-]){0,8}[A-Z0-9]{0,30}?" + NAMES
                            + "(?:[_-][A-Z0-9]{1,40}){0,4}(?:\\\\{0,3}[\"'])?[ \\t]{0,5}[:=][ \\t]{0,5}\\\\{0,3}[\"']"
                            + "(?<secret>[^\"'\\s]{6,500}?)\\\\{0,3}[\"']"),
            SecretRule.of(
                    SETTING,
                    "",
                    "pass pwd secret token key credential connection",
                    "(?<![A-Za-z0-9_])(?:[A-Z0-9]{1,40}_){0,8}(?:PASSWORD|PASSWD|PASSPHRASE|PWD|PASS|SECRET|TOKEN|API_?KEY|ACCESS_?KEY"
                            + "|PRIVATE_?KEY|KEY|CREDENTIALS?|CONNECTION_STRING)(?:_[A-Z0-9]{1,40}){0,4}"
                            + "[ \\t]{0,5}=[ \\t]{0,5}[\"']?(?<secret>(?![$<{\"'(]|process\\.|os\\.)[^\\s\"'#]{6,500})"));

    private Secrets() {}

    /** In their order, none within another. */
    static List<FoundSecret> find(String text) {
        List<FoundSecret> all = new ArrayList<>();
        String lowerCase = text.toLowerCase(Locale.ROOT);
        RULES.forEach(rule -> rule.find(text, lowerCase, all));
        all.sort(
                Comparator.comparingInt(FoundSecret::start).thenComparing(FoundSecret::end, Comparator.reverseOrder()));
        List<FoundSecret> found = new ArrayList<>();
        int end = 0;
        for (FoundSecret secret : all) {
            if (secret.start() >= end) {
                found.add(secret);
                end = secret.end();
            }
        }
        return found;
    }

    /** Whether what is called so is a secret whatever it looks like. */
    static boolean isNameOfSecret(String name) {
        return SECRET_NAME.matcher(name).matches();
    }
}
