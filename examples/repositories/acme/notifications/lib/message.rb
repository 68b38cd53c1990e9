# The mail for what happened to an order, nil when nobody wants to know.
Message = Struct.new(:to, :subject, :text) do
  def self.for(event)
    case event['state']
    when 'PAID' then new(event['email'], 'Thank you', "Order #{event['orderId']} is paid.")
    when 'SHIPPED' then new(event['email'], 'On its way', "Order #{event['orderId']} has left us.")
    end
  end
end
