import Testing

/// A sentence in the octets of a charset that nothing declares.
struct UnlabelledText: CustomTestStringConvertible, Sendable {
    var charset: String
    var text: String
    private var encoded: String

    /// The octets are given in hexadecimal digits.
    private init(_ charset: String, _ text: String, _ encoded: String) {
        self.charset = charset
        self.text = text
        self.encoded = encoded
    }

    var testDescription: String {
        charset
    }

    var octets: [UInt8] {
        let digits = Array(encoded.utf8)
        return stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<($0 + 2)], as: UTF8.self), radix: 16)
        }
    }

    static let all = [
        UnlabelledText(
            "windows-1251",
            "Добрый день, где мой заказ?",
            "c4eee1f0fbe920e4e5edfc2c20e3e4e520eceee920e7e0eae0e73f"
        ),
        UnlabelledText(
            "koi8-r",
            "Добрый день, где мой заказ?",
            "e4cfc2d2d9ca20c4c5ced82c20c7c4c520cdcfca20dac1cbc1da3f"
        ),
        UnlabelledText(
            "cp866",
            "Добрый день, где мой заказ?",
            "84aea1e0eba920a4a5adec2c20a3a4a520acaea920a7a0aaa0a73f"
        ),
        UnlabelledText(
            "windows-1253",
            "Καλημέρα σας, πού είναι η παραγγελία μου;",
            "cae1ebe7ecddf1e120f3e1f22c20f0effd20e5dfede1e920e720f0e1f1e1e3e3e5ebdfe120eceff5"
                + "3b"
        ),
        UnlabelledText(
            "iso-8859-7",
            "Καλημέρα, πού είναι το δέμα;",
            "cae1ebe7ecddf1e12c20f0effd20e5dfede1e920f4ef20e4ddece13b"
        ),
        UnlabelledText(
            "windows-1255",
            "שלום, איפה ההזמנה שלי?",
            "f9ece5ed2c20e0e9f4e420e4e4e6eef0e420f9ece93f"
        ),
        UnlabelledText(
            "windows-1256",
            "مرحبا، أين طلبي من فضلكم؟",
            "e3d1cdc8c7a120c3ede420d8e1c8ed20e3e420ddd6e1dfe3bf"
        ),
        UnlabelledText(
            "iso-8859-6",
            "مرحبا، أين طلبي من فضلكم؟",
            "e5d1cdc8c7ac20c3eae620d7e4c8ea20e5e620e1d6e4e3e5bf"
        ),
        UnlabelledText(
            "cp874",
            "สวัสดีครับ สินค้าอยู่ที่ไหน",
            "cac7d1cab4d5a4c3d1ba20cad4b9a4e9d2cdc2d9e8b7d5e8e4cbb9"
        ),
        UnlabelledText(
            "euc-kr",
            "안녕하세요. 제 주문이 어디에 있나요?",
            "bec8b3e7c7cfbcbcbfe42e20c1a620c1d6b9aec0cc20beeeb5f0bfa120c0d6b3aabfe43f"
        ),
        UnlabelledText(
            "gb2312",
            "您好，请问我的订单在哪里？",
            "c4fabac3a3acc7ebcecaced2b5c4b6a9b5a5d4dac4c4c0efa3bf"
        ),
        UnlabelledText(
            "big5",
            "您好，請問我的訂單在哪裡？",
            "b17aa66ea141bdd0b0dda7daaabaad71b3e6a662adfeb8cca148"
        ),
        UnlabelledText(
            "shift_jis",
            "注文した商品はいつ届きますか。",
            "928d95b682b582bd8fa4956982cd82a282c293cd82ab82dc82b782a98142"
        ),
        UnlabelledText(
            "euc-jp",
            "注文した商品はいつ届きますか。",
            "c3edcab8a4b7a4bfbea6c9caa4cfa4a4a4c4c6cfa4ada4dea4b9a4aba1a3"
        ),
        UnlabelledText(
            "iso-2022-jp",
            "注文した商品はいつ届きますか。",
            "1b2442436d4a382437243f3e26494a244f24242444464f242d245e2439242b21231b2842"
        ),
        UnlabelledText(
            "windows-1250",
            "Dzień dobry, proszę o zwrot pieniędzy.",
            "447a6965f120646f6272792c2070726f737aea206f207a77726f74207069656e69ea647a792e"
        ),
        UnlabelledText(
            "iso-8859-2",
            "Mohu prosím zjistit, kde je moje objednávka? Děkuji, Jiří.",
            "4d6f68752070726f73ed6d207a6a69737469742c206b6465206a65206d6f6a65206f626a65646ee1"
                + "766b613f2044ec6b756a692c204a69f8ed2e"
        ),
        UnlabelledText(
            "windows-1250 Hungarian",
            "Szeretném visszakérni a pénzemet, mert elromlott a főzőlap.",
            "537a657265746ee96d20766973737a616be9726e6920612070e96e7a656d65742c206d6572742065"
                + "6c726f6d6c6f747420612066f57af56c61702e"
        ),
        UnlabelledText(
            "windows-1254",
            "Siparişimin nerede olduğunu söyler misiniz? Teşekkürler.",
            "536970617269fe696d696e206e6572656465206f6c6475f0756e752073f6796c6572206d6973696e"
                + "697a3f205465fe656b6bfc726c65722e"
        ),
        UnlabelledText(
            "windows-1252 German",
            "Schöne Grüße aus Köln",
            "536368f66e65204772fcdf6520617573204bf66c6e"
        ),
        UnlabelledText(
            "windows-1252 French",
            "J’ai été très déçu, où est ma commande ?",
            "4a92616920e974e9207472e8732064e9e7752c206ff920657374206d6120636f6d6d616e6465203f"
        ),
        UnlabelledText(
            "windows-1252 Spanish",
            "¿Dónde está mi pedido, señor Muñoz?",
            "bf44f36e646520657374e1206d692070656469646f2c207365f16f72204d75f16f7a3f"
        ),
        UnlabelledText(
            "windows-1252 Portuguese",
            "Não recebi a encomenda até agora.",
            "4ee36f20726563656269206120656e636f6d656e6461206174e92061676f72612e"
        ),
        UnlabelledText(
            "windows-1252 Danish",
            "Hvor er min pakke? På forhånd tak, Søren.",
            "48766f72206572206d696e2070616b6b653f2050e520666f7268e56e642074616b2c2053f872656e"
                + "2e"
        ),
    ]
}
